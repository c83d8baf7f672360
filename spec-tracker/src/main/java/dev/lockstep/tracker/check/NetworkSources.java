package dev.lockstep.tracker.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.document.SpecException;
import dev.lockstep.generator.document.SpecReader;
import dev.lockstep.generator.lock.Sha256;
import dev.lockstep.tracker.store.VendorStore;
import dev.lockstep.tracker.vendor.Source;
import dev.lockstep.tracker.vendor.VendorConfig;
import dev.lockstep.tracker.vendor.VendorFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Sources as their publishers serve them now. A server is asked whether something changed only while the bytes that we keep
 * are those that its version mark belongs to.
 */
public final class NetworkSources implements Sources {
    private final Fetcher fetcher;
    private final Path memory;

    /**
     * @param memory a folder for version marks; losing it costs time alone
     */
    public NetworkSources(Fetcher fetcher, Path memory) {
        this.fetcher = fetcher;
        this.memory = memory;
    }

    @Override
    public Optional<List<Published>> read(VendorFolder folder, VendorConfig config) {
        List<Published> published = new ArrayList<>();
        Path marks = memory.resolve(folder.name() + ".json");
        ObjectNode remembered = remembered(marks);
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        for (Source source : config.sources()) {
            published.add(read(folder, source, remembered.path(source.url()), next));
        }
        if (!next.equals(remembered)) {
            VendorStore.replace(marks, next + "\n");
        }
        return Optional.of(List.copyOf(published));
    }

    private Published read(VendorFolder folder, Source source, JsonNode mark, ObjectNode next) {
        Published kept = Files.exists(folder.file(source)) ? StoredSources.read(folder, source) : null;
        Fetcher.Fetched known = known(kept, mark);
        try {
            long cap = source.file().endsWith(".md") || source.file().endsWith(".mdx") ? Fetcher.PAGE : Fetcher.SPEC;
            Fetcher.Fetched fetched = fetcher.fetch(source.url(), cap, known);
            Published now = fetched.body() == null && kept != null
                    ? new Published(source, source.url(), kept.bytes())
                    : new Published(source, source.url(), body(fetched));
            ObjectNode entry = next.putObject(source.url());
            entry.put("etag", fetched.etag());
            entry.put("lastModified", fetched.lastModified());
            entry.put("sha256", Sha256.of(now.bytes()));
            return now;
        } catch (Fetcher.FetchException e) {
            throw new SpecException(source.url(), 0, "#", e.getMessage() + "; what is locked stays as it is");
        }
    }

    private static byte[] body(Fetcher.Fetched fetched) {
        ByteString body = fetched.body();
        if (body == null) {
            throw new IllegalStateException("an answer without a body needs a kept copy");
        }
        return body.toByteArray();
    }

    private static Fetcher.@Nullable Fetched known(@Nullable Published kept, JsonNode mark) {
        if (kept == null || !mark.path("sha256").asText().equals(Sha256.of(kept.bytes()))) {
            return null;
        }
        String etag = mark.path("etag").textValue();
        String lastModified = mark.path("lastModified").textValue();
        return etag == null && lastModified == null ? null : new Fetcher.Fetched(null, etag, lastModified);
    }

    private static ObjectNode remembered(Path marks) {
        if (Files.exists(marks)) {
            try {
                return SpecReader.read(marks).root() instanceof ObjectNode object
                        ? object
                        : JsonNodeFactory.instance.objectNode();
            } catch (SpecException e) {
                // A damaged memory costs one full fetch.
                return JsonNodeFactory.instance.objectNode();
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }
}
