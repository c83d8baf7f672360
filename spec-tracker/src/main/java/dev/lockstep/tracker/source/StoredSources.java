package dev.lockstep.tracker.source;

import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockReader;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** The documents as they are kept in {@code specs/<vendor>/pages}. */
public final class StoredSources {
    private StoredSources() {}

    /** The kept sources of a vendor: those that {@code vendor.yaml} names, an index replaced by what it led to. */
    public static List<Source> sources(VendorFolder folder, VendorConfig config) {
        List<Source> sources = new ArrayList<>();
        for (Source source : config.sources()) {
            if (source.kind() == Source.Kind.INDEX) {
                sources.addAll(found(folder, config));
            } else {
                sources.add(source);
            }
        }
        return List.copyOf(sources);
    }

    /** What the vendor's index led to when it was locked. */
    static List<Source> found(VendorFolder folder, VendorConfig config) {
        if (!Files.exists(folder.lock())) {
            return List.of();
        }
        List<Source> found = new ArrayList<>();
        for (Lock.Source locked : LockReader.read(folder.lock()).lock().sources()) {
            Source source = new Source(locked.url(), locked.file());
            if (config.sources().stream().noneMatch(known -> known.file().equals(source.file()))) {
                found.add(source);
            }
        }
        return List.copyOf(found);
    }

    /**
     * One kept document.
     *
     * @throws SpecException when it is missing
     */
    public static Published read(VendorFolder folder, Source source) {
        String name = folder.display(folder.file(source));
        try {
            return new Published(source, name, Files.readAllBytes(folder.file(source)));
        } catch (NoSuchFileException e) {
            throw new SpecException(name, 0, "#", "no such file; vendor.yaml names it as a source");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
