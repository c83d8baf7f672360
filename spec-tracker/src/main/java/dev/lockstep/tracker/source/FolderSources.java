package dev.lockstep.tracker.source;

import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.page.Block;
import dev.lockstep.tracker.page.PageReader;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Documents in a folder, {@code DIR/<vendor>/}, in place of what the network would give. Each stands for the source that
 * publishes one of its operations, else for the source of the same file name; sources without one keep their stored page.
 */
public final class FolderSources implements Sources {
    private final Path directory;

    /**
     * @param directory has one folder a vendor
     * @throws SpecException when it is no folder
     */
    public FolderSources(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new SpecException(
                    directory.toString(), 0, "#", "no such folder; --from needs one with a folder a vendor");
        }
        this.directory = directory;
    }

    /** The names of the folders inside, sorted: vendors that somebody meant. */
    public List<String> vendors() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    @Override
    public Optional<Reading> read(VendorFolder folder, VendorConfig config) {
        Path documents = directory.resolve(folder.name());
        if (!Files.isDirectory(documents)) {
            return Optional.empty();
        }
        Map<Source, Published> given = new LinkedHashMap<>();
        Map<Source, Set<String>> operations = new LinkedHashMap<>();
        List<Source> sources = StoredSources.sources(folder, config);
        for (Source source : sources) {
            boolean isStored = Files.exists(folder.file(source));
            operations.put(source, isStored ? operations(StoredSources.read(folder, source)) : Set.of());
        }
        for (Path file : files(documents)) {
            String name = directory
                    .resolve(folder.name())
                    .resolve(file.getFileName())
                    .toString()
                    .replace('\\', '/');
            Source source = source(file, name, operations, folder);
            Published before = given.put(source, new Published(source, name, bytes(file)));
            if (before != null) {
                throw new SpecException(name, 0, "#", "stands for " + source.file() + ", and so does " + before.name());
            }
        }
        if (given.isEmpty()) {
            throw new SpecException(documents.toString(), 0, "#", "holds no document");
        }
        List<Published> published = new ArrayList<>();
        List<Diagnostic> notes = new ArrayList<>();
        for (Source source : sources) {
            Published changed = given.get(source);
            if (changed == null) {
                notes.add(Diagnostic.note(
                        folder.display(folder.file(source)),
                        "unseen: " + documents + " has nothing for it, so that it stays as it is stored; that is no"
                                + " removal"));
            }
            published.add(changed == null ? StoredSources.read(folder, source) : changed);
        }
        return Optional.of(new Reading(published, notes));
    }

    private static Source source(Path file, String name, Map<Source, Set<String>> operations, VendorFolder folder) {
        Set<String> own = operations(new Published(new Source("", name), name, bytes(file)));
        for (Map.Entry<Source, Set<String>> entry : operations.entrySet()) {
            if (entry.getValue().stream().anyMatch(own::contains)) {
                return entry.getKey();
            }
        }
        for (Source source : operations.keySet()) {
            if (source.file().endsWith("/" + file.getFileName())) {
                return source;
            }
        }
        throw new SpecException(
                name,
                0,
                "#",
                "stands for no source of " + folder.name() + ": it has "
                        + (own.isEmpty() ? "no operation" : String.join(", ", own)) + ", and its name is not among "
                        + String.join(
                                ", ",
                                operations.keySet().stream().map(Source::file).toList()));
    }

    private static Set<String> operations(Published published) {
        Set<String> operations = new LinkedHashSet<>();
        for (Block block : PageReader.read(published.text(), published.name())) {
            operations.addAll(block.operations());
        }
        return operations;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
