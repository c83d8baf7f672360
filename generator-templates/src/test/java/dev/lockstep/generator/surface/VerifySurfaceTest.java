package dev.lockstep.generator.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifySurfaceTest {
    @TempDir
    Path folder;

    private Path vendor;
    private Path classes;

    @BeforeEach
    void compiledClass() throws IOException {
        vendor = Files.createDirectories(folder.resolve("specs/tavus"));
        classes = Files.createDirectories(folder.resolve("classes"));
        String file = Member.class.getName().replace('.', '/') + ".class";
        try (var in = Member.class.getClassLoader().getResourceAsStream(file)) {
            Files.write(
                    classes.resolve("Member.class"), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private void verify() throws IOException {
        VerifySurface.main(vendor.toString(), classes.toString());
    }

    @Test
    void recordedSurfacePasses() throws IOException {
        Files.writeString(vendor.resolve("client.api"), SurfaceDump.of(classes).text());

        verify();
    }

    @Test
    void differenceIsNamedWithTheCommandThatAcceptsIt() throws IOException {
        String actual = SurfaceDump.of(classes).text();
        String first = actual.lines().findFirst().orElseThrow();
        Files.writeString(vendor.resolve("client.api"), actual.replace(first + "\n", "class Gone\n"));

        SurfaceMismatchException mismatch = assertThrows(SurfaceMismatchException.class, this::verify);

        assertEquals("""
                the client of tavus differs from specs/tavus/client.api:
                  - class Gone
                  + %s
                Accept it: ./lockstep api --write tavus""".formatted(first), mismatch.getMessage());
    }

    @Test
    void otherOrderIsADifferenceToo() {
        assertEquals("""
                the client of tavus differs from specs/tavus/client.api:
                  the same lines in another order
                Accept it: ./lockstep api --write tavus""", VerifySurface.message("tavus", "a\nb\n", "b\na\n"));
    }

    @Test
    void longDifferencesAreCut() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            many.append("line ").append(i).append('\n');
        }

        String message = VerifySurface.message("tavus", "", many.toString());

        assertEquals(43, message.lines().count());
        assertEquals(
                "  … and 10 more lines", message.lines().skip(41).findFirst().orElseThrow());
    }
}
