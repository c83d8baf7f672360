package dev.lockstep.tracker.check;

import dev.lockstep.generator.document.SpecException;
import dev.lockstep.tracker.vendor.Source;
import dev.lockstep.tracker.vendor.VendorConfig;
import dev.lockstep.tracker.vendor.VendorFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** The pages as they are kept in {@code specs/<vendor>/pages}. */
final class StoredSources {
    private StoredSources() {}

    /** All kept pages of a vendor. */
    static List<Published> read(VendorFolder folder, VendorConfig config) {
        List<Published> published = new ArrayList<>();
        for (Source source : config.sources()) {
            published.add(read(folder, source));
        }
        return published;
    }

    /**
     * One kept page.
     *
     * @throws SpecException when it is missing
     */
    static Published read(VendorFolder folder, Source source) {
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
