package dev.lockstep.tracker.add;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds what uses a vendor's client: sources and build files that name its package or artifact, and compiled classes. */
final class Users {
    private static final Set<String> SKIPPED = Set.of("target", "build", "node_modules", ".git", ".mvn", ".idea");
    private static final Pattern TEXT = Pattern.compile(".*\\.(?:java|kt|kts|groovy|gradle|scala|xml|toml)");

    private final Path root;
    private final Pattern named;
    private final byte[] inClasses;
    private final Path own;

    /**
     * @param packageName the client's
     */
    Users(Path root, String vendor, String packageName) {
        this.root = root;
        this.named = Pattern.compile("(?:" + Pattern.quote(packageName) + "(?![a-z0-9_])|\\blockstep-client-"
                + Pattern.quote(vendor) + "(?![a-z0-9-]))");
        this.inClasses = (packageName.replace('.', '/') + "/").getBytes(StandardCharsets.UTF_8);
        this.own = root.resolve("generated-clients");
    }

    /** {@code file:line: text} of each line of the repository, apart from what an addition wrote itself. */
    List<String> inSources() {
        List<String> users = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    boolean skipped = !folder.equals(root)
                            && (SKIPPED.contains(name) || folder.equals(own) || folder.equals(root.resolve("specs")));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (TEXT.matcher(String.valueOf(file.getFileName())).matches()) {
                        lines(file, users);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + root, e);
        }
        users.sort(null);
        return users;
    }

    private void lines(Path file, List<String> users) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (!named.matcher(text).find()) {
            return;
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (named.matcher(lines.get(i)).find()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                users.add(name + ":" + (i + 1) + ": " + lines.get(i).strip());
            }
        }
    }

    /** The classes below folders or inside jars that refer to the client's package. */
    List<String> inClasses(List<Path> paths) {
        List<String> users = new ArrayList<>();
        for (Path path : paths) {
            try {
                if (Files.isDirectory(path)) {
                    folder(path, users);
                } else {
                    jar(path, users);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read classes of " + path, e);
            }
        }
        users.sort(null);
        return users;
    }

    private void folder(Path folder, List<String> users) throws IOException {
        List<Path> classes;
        try (var files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : classes) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            add(name, Files.readAllBytes(file), folder, users);
        }
    }

    private void jar(Path jar, List<String> users) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".class")) {
                    try (var in = zip.getInputStream(entry)) {
                        add(entry.getName(), in.readAllBytes(), jar, users);
                    }
                }
            }
        }
    }

    private void add(String name, byte[] bytes, Path path, List<String> users) {
        boolean itself = name.startsWith(new String(inClasses, StandardCharsets.UTF_8));
        if (!itself && contains(bytes)) {
            users.add(path + ": "
                    + name.substring(0, name.length() - ".class".length()).replace('/', '.'));
        }
    }

    /** Class files hold the names of what they refer to as plain bytes. */
    private boolean contains(byte[] bytes) {
        for (int i = 0; i <= bytes.length - inClasses.length; i++) {
            int at = 0;
            while (at < inClasses.length && bytes[i + at] == inClasses[at]) {
                at++;
            }
            if (at == inClasses.length) {
                return true;
            }
        }
        return false;
    }
}
