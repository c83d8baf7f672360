package dev.lockstep.generator.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** Reads a client's surface back from its class files. */
public final class SurfaceDump {
    private SurfaceDump() {}

    /**
     * The surface of every class in a folder and below.
     *
     * @param classes root of the packages
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Surface of(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return of(files.filter(file -> file.toString().endsWith(".class"))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(SurfaceDump::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the classes in " + classes, e);
        }
    }

    /** The surface of class files. */
    public static Surface of(Iterable<byte[]> classFiles) {
        List<Member> members = new ArrayList<>();
        for (byte[] classFile : classFiles) {
            ClassSurface visitor = new ClassSurface(members);
            new ClassReader(classFile)
                    .accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        return Surface.of(members);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
