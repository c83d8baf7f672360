package dev.lockstep.generator.surface;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The last step of a client module's build: holds the surface of the compiled classes against the vendor's
 * {@code client.api}, so that no change of a client goes unseen, whether the vendor or a template made it.
 *
 * <p>Run by Maven inside of its own process: it reports by exception, never by exiting.
 */
public final class VerifySurface {
    /** The dump's name in a vendor's folder. */
    public static final String FILE = "client.api";

    private static final int SHOWN = 40;

    private VerifySurface() {}

    /**
     * Verifies.
     *
     * @param args the vendor's folder, and the folder of its client's classes
     * @throws SurfaceMismatchException when they differ; the message lists the lines
     */
    public static void main(String... args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("expected: VENDOR_FOLDER CLASSES_FOLDER");
        }
        Path folder = Path.of(args[0]).toAbsolutePath().normalize();
        String actual = SurfaceDump.of(Path.of(args[1])).text();
        Path dump = folder.resolve(FILE);
        String recorded = Files.isRegularFile(dump) ? Files.readString(dump, StandardCharsets.UTF_8) : "";
        if (!recorded.equals(actual)) {
            throw new SurfaceMismatchException(message(folder.getFileName().toString(), recorded, actual));
        }
    }

    /** What differs, and what to run. */
    static String message(String vendor, String recorded, String actual) {
        List<String> before = recorded.lines().toList();
        List<String> after = actual.lines().toList();
        List<String> differences = new ArrayList<>();
        before.stream()
                .filter(line -> !after.contains(line))
                .map(line -> "  - " + line.strip())
                .forEach(differences::add);
        after.stream()
                .filter(line -> !before.contains(line))
                .map(line -> "  + " + line.strip())
                .forEach(differences::add);
        StringBuilder message =
                new StringBuilder("the client of " + vendor + " differs from specs/" + vendor + "/" + FILE + ":\n");
        differences.stream().limit(SHOWN).forEach(line -> message.append(line).append('\n'));
        if (differences.size() > SHOWN) {
            message.append("  … and ").append(differences.size() - SHOWN).append(" more lines\n");
        }
        if (differences.isEmpty()) {
            message.append("  the same lines in another order\n");
        }
        return message.append("Accept it: ./lockstep api --write ")
                .append(vendor)
                .toString();
    }
}
