package dev.lockstep.tracker.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.lock.Sha256;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.store.VendorStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The version marks (ETag, Last-Modified) that a vendor's servers gave with the bytes that we keep. Losing them costs time
 * alone. Safe for use by several threads.
 */
final class Marks {
    private final Path file;
    private final JsonNode remembered;
    private final Map<String, ObjectNode> next = new ConcurrentSkipListMap<>();

    Marks(Path file) {
        this.file = file;
        this.remembered = read(file);
    }

    private static JsonNode read(Path file) {
        try {
            return Files.exists(file) ? SpecReader.read(file).root() : JsonNodeFactory.instance.objectNode();
        } catch (SpecException e) {
            // A damaged memory costs one full fetch.
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** The mark of an address, if the kept bytes are those that it was given for. */
    Fetcher.@Nullable Fetched of(String url, byte @Nullable [] kept) {
        JsonNode mark = remembered.path(url);
        if (kept == null || !mark.path("sha256").asText().equals(Sha256.of(kept))) {
            return null;
        }
        String etag = mark.path("etag").textValue();
        String lastModified = mark.path("lastModified").textValue();
        return etag == null && lastModified == null ? null : new Fetcher.Fetched(null, etag, lastModified);
    }

    /** Remembers the mark that came with these bytes. */
    void remember(String url, Fetcher.Fetched fetched, byte[] bytes) {
        ObjectNode mark = JsonNodeFactory.instance.objectNode();
        mark.put("etag", fetched.etag());
        mark.put("lastModified", fetched.lastModified());
        mark.put("sha256", Sha256.of(bytes));
        next.put(url, mark);
    }

    /** Keeps what was remembered for the next run. */
    void save() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        next.forEach(all::set);
        if (!all.equals(remembered)) {
            VendorStore.replace(file, all + "\n");
        }
    }
}
