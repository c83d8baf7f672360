package dev.lockstep.tracker.source;

import dev.lockstep.generator.lock.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an index says and the pages that it lists, as they were read last, for those that are not stored with the vendor: its
 * prose. So a server is asked whether they changed, and not for all of them again. Losing them costs time alone; a copy that is
 * not what its version mark belongs to is not used. Safe for use by several threads.
 */
final class Copies {
    private final Path folder;
    private final Set<String> current = ConcurrentHashMap.newKeySet();

    /**
     * @param folder of one vendor; made when something is kept
     */
    Copies(Path folder) {
        this.folder = folder;
    }

    /** The bytes kept of an address; null where none are. */
    byte @Nullable [] of(String url) {
        try {
            return Files.readAllBytes(folder.resolve(name(url)));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.resolve(name(url)), e);
        }
    }

    /** Keeps the bytes of an address. */
    void keep(String url, byte[] bytes) {
        String name = name(url);
        current.add(name);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
        }
    }

    /** Deletes the copies of addresses that were not read by this run. */
    void forgetOthers() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> others = files.filter(file -> !current.contains(String.valueOf(file.getFileName())))
                    .toList();
            for (Path other : others) {
                Files.delete(other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + folder, e);
        }
    }

    private static String name(String url) {
        return Sha256.of(url);
    }
}
