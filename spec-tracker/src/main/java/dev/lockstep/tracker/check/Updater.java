package dev.lockstep.tracker.check;

import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockWriter;
import dev.lockstep.tracker.source.Published;
import dev.lockstep.tracker.store.Changelog;
import dev.lockstep.tracker.store.VendorStore;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Locks what a check found: a vendor whole or not at all. */
public final class Updater {
    private final LocalDate today;

    /**
     * @param today for the vendor's changelog
     */
    public Updater(LocalDate today) {
        this.today = today;
    }

    /**
     * Writes pages, spec, surface and changelog of a vendor, and last its lock.
     *
     * @param reason why a breaking change is accepted; null where none had to be
     */
    public void lock(Candidate candidate, @Nullable String reason) {
        VendorFolder folder = candidate.folder();
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Published page : candidate.published()) {
            files.put(page.source().file(), page.bytes());
        }
        files.put("openapi.yaml", bytes(candidate.assembled().text()));
        files.put("client.api", bytes(candidate.client().surface()));
        files.put("CHANGELOG.md", bytes(changelog(candidate, reason)));
        files.put("lock.json", bytes(LockWriter.write(LockFile.of(candidate, reason))));
        new VendorStore(folder.path()).write(files, dropped(candidate, files.keySet()));
    }

    /** Documents that were locked and are not any more. */
    private static Set<String> dropped(Candidate candidate, Set<String> written) {
        Lock before = candidate.before();
        Set<String> dropped = new TreeSet<>();
        if (before != null) {
            before.sources().forEach(source -> dropped.add(source.file()));
            dropped.removeAll(written);
        }
        return dropped;
    }

    private String changelog(Candidate candidate, @Nullable String reason) {
        VendorFolder folder = candidate.folder();
        List<String> lines = new ArrayList<>();
        if (candidate.comparison() == null) {
            lines.add("First locked: " + String.join(", ", candidate.assembled().operations()) + ".");
        } else {
            candidate.comparison().findings().stream()
                    .map(finding -> finding.message() + " (" + finding.wire().text() + " on the wire, "
                            + finding.java().text() + " in Java)")
                    .distinct()
                    .forEach(lines::add);
            candidate.comparison().muting().muted().stream()
                    .map(muted -> muted.finding().message() + " (muted: " + muted.reason() + ")")
                    .distinct()
                    .forEach(lines::add);
            if (lines.isEmpty()) {
                lines.add("The pages changed; the spec did not.");
            }
        }
        try {
            String before = Files.exists(folder.changelog()) ? Files.readString(folder.changelog()) : "";
            return Changelog.with(before, folder.name(), candidate.version(), today, lines, reason);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.display(folder.changelog()), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
