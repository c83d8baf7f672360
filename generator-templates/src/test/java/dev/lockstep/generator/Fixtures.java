package dev.lockstep.generator;

import dev.lockstep.generator.document.SpecDocument;
import dev.lockstep.generator.document.SpecReader;
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
    static synchronized CompiledClient shop() {
        CompiledClient compiled = shop;
        if (compiled == null) {
            try {
                compiled = CompiledClient.of(shopSources(), Files.createTempDirectory("lockstep-shop"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shop = compiled;
        }
        return compiled;
    }
}
