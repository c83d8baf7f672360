package dev.lockstep.tracker.evidence;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.compare.Comparer;
import dev.lockstep.tracker.compare.ComparisonInput;
import dev.lockstep.tracker.compile.ClientCompiler;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A document before and after a change, and the client of the first. */
final class Shop {
    static final String SERVER = "https://api.shop.example/v1";

    private final Path folder;

    Shop(Path folder) {
        this.folder = folder;
    }

    static ClientCompiler compiler() {
        return new ClientCompiler(
                () -> Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .toList());
    }

    /**
     * @param paths what stands under {@code paths}, in YAML
     * @param rest what stands beside it
     */
    static SpecDocument document(String paths, String rest) {
        String text = "openapi: 3.0.3\ninfo: {title: Shop, version: '1'}\nservers: [{url: '" + SERVER + "'}]\npaths:\n"
                + paths.indent(2) + rest;
        return SpecReader.parse(text, "shop.yaml");
    }

    Evidence evidence(SpecDocument old, SpecDocument now) {
        GeneratorOptions options =
                GeneratorOptions.builder("shop").server(SERVER).build();
        return new Trials(compiler(), folder)
                .evidence(
                        "shop",
                        old,
                        options,
                        now,
                        Comparer.compare(
                                        ComparisonInput.of(old).with(options),
                                        ComparisonInput.of(now).with(options))
                                .findings());
    }

    /** The evidence of the only operation that changed. */
    OperationEvidence only(String before, String after) {
        Evidence evidence = evidence(document(before, ""), document(after, ""));
        if (evidence.operations().size() != 1) {
            throw new AssertionError(evidence.toString());
        }
        return evidence.operations().get(0);
    }
}
