package dev.lockstep.tracker.add;

import dev.lockstep.tracker.impact.KnownClients;
import dev.lockstep.tracker.impact.UsageScan;
import dev.lockstep.tracker.impact.Use;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds what uses a vendor's client: sources and build files that name its package or artifact, and lines of compiled code. */
final class Users {
    private static final Set<String> SKIPPED = Set.of("target", "build", "node_modules", ".git", ".mvn", ".idea");
    private static final Pattern TEXT = Pattern.compile(".*\\.(?:java|kt|kts|groovy|gradle|scala|xml|toml)");

    private final Path root;
    private final Pattern named;
    private final Path own;

    /**
     * @param packageName the client's
     */
    Users(Path root, String vendor, String packageName) {
        this.root = root;
        this.named = Pattern.compile("(?:" + Pattern.quote(packageName) + "(?![a-z0-9_])|\\blockstep-client-"
                + Pattern.quote(vendor) + "(?![a-z0-9-]))");
        this.own = root.resolve("generated-clients");
    }

    /** {@code file:line: text} of each line of the repository, apart from what an addition wrote itself. */
    List<String> inSources() {
        List<String> users = new ArrayList<>();
        SortedSet<Path> files = new TreeSet<>();
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
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            for (Path file : files) {
                lines(file, users);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + root, e);
        }
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

    /**
     * {@code file:line: symbol} of each line of compiled code that uses the client; the file alone where its class does not say
     * which line.
     */
    List<String> inClasses(List<Path> classes, KnownClients clients) {
        List<String> users = new ArrayList<>();
        for (Use use : new UsageScan(clients, List.of()).scan("", classes).uses()) {
            users.add(use.file() + (use.line() > 0 ? ":" + use.line() : "") + ": " + use.symbol());
        }
        return users;
    }
}
