package dev.lockstep.generator;

import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.ModelReader;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.UnsupportedFeatures;
import dev.lockstep.generator.model.UnusedNames;
import dev.lockstep.generator.render.ClientRenderer;
import dev.lockstep.generator.render.SourceCheck;
import dev.lockstep.openapi.DeepWork;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecSanitizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Turns a document into a client. The command line and the Maven build both call this, with the same bytes as result. */
public final class ClientGenerator {
    /** Changes when the same document and options give other files. */
    public static final String VERSION = "1";

    private ClientGenerator() {}

    /**
     * What a client of the document looks like, without rendering it.
     *
     * @throws dev.lockstep.openapi.SpecException when the document is refused
     */
    public static ClientModel model(SpecDocument document, GeneratorOptions options) {
        return model(document, options, new ArrayList<>());
    }

    /**
     * Generates a client.
     *
     * @throws dev.lockstep.openapi.SpecException when the document is refused
     */
    public static GeneratedClient generate(SpecDocument document, GeneratorOptions options) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        ClientModel model = model(document, options, diagnostics);
        SortedMap<String, String> files = ClientRenderer.render(model, options.templateDirectory());
        SourceCheck.check(files, options.templateDirectory() == null).ifPresent(finding -> {
            throw refusal(document, model, finding);
        });
        return new GeneratedClient(model, files, diagnostics);
    }

    private static SpecException refusal(SpecDocument document, ClientModel model, SourceCheck.Finding finding) {
        String file = finding.file();
        String name = file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
        String pointer = model.types().stream()
                .filter(type -> type.name().equals(name) && type.key().startsWith("#/"))
                .map(TypeDef::key)
                .findFirst()
                .orElse(Pointer.ROOT);
        return document.refusal(
                pointer,
                "the generated " + file + ":" + finding.line() + " has " + finding.what()
                        + ", which no template writes; nothing was written");
    }

    static ClientModel model(SpecDocument document, GeneratorOptions options, List<Diagnostic> diagnostics) {
        SpecSanitizer.Sanitized sanitized = SpecSanitizer.sanitize(document, options.ownExtensions());
        diagnostics.addAll(sanitized.diagnostics());
        ClientModel.Identity identity =
                new ClientModel.Identity(options.name(), options.packageName(), options.className(), options.version());
        ClientModel model = DeepWork.on(
                sanitized.document(),
                () -> ModelReader.read(
                        sanitized.document(),
                        identity,
                        options.server(),
                        options.credentials(),
                        options.names(),
                        diagnostics));
        UnsupportedFeatures.find(sanitized.document(), model, !options.names().isEmpty(), diagnostics);
        if (options.locked()) {
            diagnostics.addAll(UnusedNames.of(options.names(), model, sanitized.document()));
        }
        return model;
    }
}
