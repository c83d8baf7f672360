package dev.lockstep.tracker.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A team's repository: the folder that holds {@code specs/}.
 *
 * @param root that folder
 */
public record Workspace(Path root) {

    /** Where the vendors' folders are. */
    public Path specs() {
        return root.resolve("specs");
    }

    /** All vendors, by name. */
    public List<VendorFolder> vendors() {
        if (!Files.isDirectory(specs())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(specs())) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("vendor.yaml")))
                    .sorted()
                    .map(VendorFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + specs(), e);
        }
    }

    /**
     * The named vendors, by name; all of them where none is named.
     *
     * @throws UsageException with the nearest known name
     */
    public List<VendorFolder> vendors(List<String> names) {
        List<VendorFolder> all = vendors();
        if (names.isEmpty()) {
            return all;
        }
        List<String> known = all.stream().map(VendorFolder::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                String hint = Nearest.hint(name, known);
                throw new UsageException("unknown vendor " + name
                        + (hint.isEmpty() ? "; tracked are " + String.join(", ", known) : hint));
            }
        }
        List<VendorFolder> wanted = new ArrayList<>(all);
        wanted.removeIf(vendor -> !names.contains(vendor.name()));
        return List.copyOf(wanted);
    }
}
