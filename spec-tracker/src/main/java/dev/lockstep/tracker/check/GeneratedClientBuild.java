package dev.lockstep.tracker.check;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.SourceTree;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.compile.ClientCompiler;
import dev.lockstep.tracker.workspace.VendorConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Generates a client and compiles it; sources and classes stay in a folder for whoever wants to look. */
public final class GeneratedClientBuild implements ClientBuild {
    private final Path folder;
    private final ClientCompiler compiler;

    /**
     * @param folder gets {@code <vendor>/src/main/java} and {@code <vendor>/classes}
     */
    public GeneratedClientBuild(Path folder, ClientCompiler compiler) {
        this.folder = folder;
        this.compiler = compiler;
    }

    @Override
    public Built build(
            VendorConfig config,
            SpecDocument document,
            String server,
            String version,
            SortedMap<String, String> names) {
        GeneratorOptions options = GeneratorOptions.builder(config.name())
                .packageName(config.client().packageName())
                .className(config.client().className())
                .version(version)
                .server(server)
                .credentials(config.credentials())
                .names(names)
                .ownExtensions(true)
                .build();
        GeneratedClient client = ClientGenerator.generate(document, options);
        Path home = folder.resolve(config.name());
        SourceTree.write(home.resolve("src/main/java"), client.files(), SourceTree.Owner.GENERATOR);
        List<String> problems = compiler.compile(client.files(), home.resolve("classes"));
        if (!problems.isEmpty()) {
            throw new SpecException(
                    document.source(), 0, "#", "the generated client does not compile: " + problems.get(0));
        }
        List<String> notes = new ArrayList<>();
        client.diagnostics().forEach(diagnostic -> notes.add(diagnostic.toString()));
        notes.add("client " + version + " generated and compiled: "
                + client.files().size() + " files");
        return new Built(client.model().names(), client.model().surface().text(), notes);
    }
}
