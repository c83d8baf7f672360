package dev.lockstep.tracker.source;

import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okio.ByteString;

/**
 * Sources as their publishers serve them now. A server is asked whether something changed only while the bytes that we keep
 * are those that its version mark belongs to.
 */
public final class NetworkSources implements Sources {
    private final Fetcher fetcher;
    private final Path memory;
    private final Clock clock;

    /**
     * @param memory a folder for version marks and the times of {@link LastRead}; losing it costs time alone
     * @param clock dates what was read
     */
    public NetworkSources(Fetcher fetcher, Path memory, Clock clock) {
        this.fetcher = fetcher;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public Optional<Reading> read(VendorFolder folder, VendorConfig config) {
        Marks marks = new Marks(memory.resolve(folder.name() + ".json"));
        Copies copies = new Copies(memory.resolve(folder.name()));
        PageFetches fetches = new PageFetches(source -> read(folder, config, source, marks, copies));
        List<Source> listed = config.sources().stream()
                .filter(source ->
                        source.kind() != Source.Kind.INDEX && !source.url().isEmpty())
                .toList();
        Map<Source, Published> read = new LinkedHashMap<>();
        fetches.all(listed, listed).forEach(published -> read.put(published.source(), published));
        List<Published> published = new ArrayList<>();
        List<Diagnostic> notes = new ArrayList<>();
        for (Source source : config.sources()) {
            if (source.kind() == Source.Kind.INDEX) {
                List<Source> kept = StoredSources.found(folder, config);
                Reading reading = new IndexReader(source, kept, config.spec(), fetches).read();
                published.addAll(reading.published());
                notes.addAll(reading.notes());
            } else if (source.url().isEmpty()) {
                published.add(StoredSources.read(folder, source));
                notes.add(Diagnostic.note(
                        folder.display(folder.file(source)),
                        "has no address in vendor.yaml; it is as it was stored, whatever the vendor publishes"));
            } else {
                published.add(Objects.requireNonNull(read.get(source)));
            }
        }
        marks.save();
        copies.forgetOthers();
        new LastRead(memory).record(folder.name(), clock.instant());
        return Optional.of(new Reading(published, notes));
    }

    private Published read(VendorFolder folder, VendorConfig config, Source source, Marks marks, Copies copies)
            throws Fetcher.FetchException {
        boolean isStored = !source.file().isEmpty() && Files.exists(folder.file(source));
        byte[] kept = isStored ? StoredSources.read(folder, source).bytes() : copies.of(source.url());
        Fetcher.Fetched fetched =
                fetcher.fetch(source.url(), cap(source), marks.of(source.url(), kept), config.access());
        ByteString body = fetched.body();
        byte[] now = body == null ? Objects.requireNonNull(kept, "a copy for 304") : body.toByteArray();
        marks.remember(source.url(), fetched, now);
        if (!isStored) {
            copies.keep(source.url(), now);
        }
        return new Published(source, source.url(), now);
    }

    private static long cap(Source source) {
        return source.kind() == Source.Kind.SPEC ? Fetcher.SPEC : Fetcher.PAGE;
    }
}
