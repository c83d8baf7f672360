package dev.lockstep.generator.lock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The text of a lock: JSON with sorted keys, two spaces, line feeds and ASCII alone, so that its diffs are small. */
public final class LockWriter {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private LockWriter() {}

    /** The file's whole text; it ends with a line feed. */
    public static String write(Lock lock) {
        ObjectNode content = content(lock);
        content.put("sha256", Sha256.of(text(content)));
        return text(content);
    }

    /** The hash of the text without the entry {@code sha256}. */
    static String hash(Lock lock) {
        return Sha256.of(text(content(lock)));
    }

    private static ObjectNode content(Lock lock) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode acceptances = root.putArray("acceptances");
        for (Lock.Acceptance acceptance : lock.acceptances()) {
            ObjectNode item = acceptances.addObject();
            acceptance.fingerprints().forEach(item.putArray("fingerprints")::add);
            item.put("reason", acceptance.reason());
        }
        ObjectNode client = root.putObject("client");
        client.put("className", lock.client().className());
        put(client.putObject("credentials"), lock.client().credentials());
        client.put("package", lock.client().packageName());
        client.put("server", lock.client().server());
        client.put("version", lock.client().version());
        root.put("generator", lock.generator());
        put(root.putObject("inputs"), lock.inputs());
        put(root.putObject("names"), lock.names());
        lock.operations().forEach(root.putArray("operations")::add);
        ArrayNode sources = root.putArray("sources");
        for (Lock.Source source : lock.sources()) {
            sources.addObject()
                    .put("file", source.file())
                    .put("sha256", source.sha256())
                    .put("url", source.url());
        }
        root.putObject("spec")
                .put("file", lock.spec().file())
                .put("sha256", lock.spec().sha256());
        root.put("vendor", lock.vendor());
        return root;
    }

    private static void put(ObjectNode object, Map<String, String> entries) {
        entries.forEach(object::put);
    }

    private static String text(ObjectNode root) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> fields = new TreeMap<>();
        root.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.forEach(sorted::set);
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(separators).withArrayIndenter(INDENT).withObjectIndenter(INDENT);
        try {
            return JSON.writer(printer).writeValueAsString(sorted) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can be written", e);
        }
    }
}
