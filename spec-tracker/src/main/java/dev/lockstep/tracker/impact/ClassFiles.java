package dev.lockstep.tracker.impact;

import dev.lockstep.openapi.SpecException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Reads the classes of folders and jars, those of a jar's folders ({@code BOOT-INF/classes}) included, jars inside jars not. */
final class ClassFiles {
    /** No compiler writes a larger class: a method ends at 64 KiB, the constants at 65,535. */
    private static final int MOST_BYTES = 16 << 20;

    private ClassFiles() {}

    /**
     * All classes, by name within each path.
     *
     * @throws SpecException if a path does not exist or a class file is broken or of a later Java than is known here
     */
    static List<ClassNode> read(List<Path> paths) {
        List<ClassNode> classes = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                folder(path, classes);
            } else if (Files.isRegularFile(path)) {
                jar(path, classes);
            } else {
                throw new SpecException(path.toString(), 0, "#", "no such folder or jar; compile first");
            }
        }
        return classes;
    }

    private static void folder(Path folder, List<ClassNode> classes) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> isClass(each.toString())).sorted().toList()) {
                try (InputStream stream = Files.newInputStream(file)) {
                    add(stream, file.toString(), classes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static void jar(Path jar, List<ClassNode> classes) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry ->
                            isClass(entry.getName()) && !entry.getName().startsWith("META-INF/"))
                    .sorted(java.util.Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream stream = zip.getInputStream(entry)) {
                    add(stream, jar + "!/" + entry.getName(), classes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar + " as a jar", e);
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class");
    }

    private static void add(InputStream stream, String name, List<ClassNode> classes) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new SpecException(name, 0, "#", "larger than a class file can be");
        }
        try {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            classes.add(node);
        } catch (RuntimeException e) {
            throw new SpecException(
                    name,
                    0,
                    "#",
                    "not a class file that can be read here (" + e + "); it may be damaged or of a later Java");
        }
    }
}
