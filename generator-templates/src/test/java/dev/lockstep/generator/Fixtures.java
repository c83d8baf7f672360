package dev.lockstep.generator;

import dev.lockstep.generator.gate.CompiledClient;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The documents of our own that the generator's tests read. */
final class Fixtures {
    private static @Nullable CompiledClient shop;

    private Fixtures() {}

    static String text(String name) {
        try (InputStream stream = Fixtures.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SpecDocument document(String name) {
        return SpecReader.parse(text(name), name);
    }

    static GeneratedClient shopSources() {
        return ClientGenerator.generate(
                document("shop.yaml"), GeneratorOptions.builder("shop").build());
    }

    /** The client of {@code shop.yaml}, compiled once for all tests. */
    static synchronized CompiledClient shop() throws Exception {
        CompiledClient compiled = shop;
        if (compiled == null) {
            compiled = CompiledClient.of(document("shop.yaml"), "shop", Files.createTempDirectory("lockstep-shop"));
            shop = compiled;
        }
        return compiled;
    }
}
