package dev.lockstep.tracker.impact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The file that a service publishes: one JSON object, a use a line, sorted, so that two versions compare well. It holds names and
 * places, and no text of the code.
 */
public final class UsageJson {
    private static final String FORMAT = "lockstep-usage/1";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private UsageJson() {}

    /** The file's text; it ends with a newline. */
    public static String write(Usage usage) {
        StringJoiner lines = new StringJoiner(",\n", "[\n", "\n]").setEmptyValue("[]");
        for (Use use : usage.uses()) {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.put("file", use.file());
            item.put("line", use.line());
            item.put("symbol", use.symbol());
            item.put("method", use.method());
            if (!use.through().isEmpty()) {
                item.put("through", use.through());
            }
            if (use.compared()) {
                item.put("compared", true);
            }
            lines.add(line(item));
        }
        return "{\"format\": \"" + FORMAT + "\", \"name\": " + line(JsonNodeFactory.instance.textNode(usage.name()))
                + ", \"uses\": " + lines + "}\n";
    }

    private static String line(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file that {@link #write} wrote. A usage without a name is called after its file.
     *
     * @throws SpecException if it is missing or something else
     */
    public static Usage read(Path file) {
        JsonNode root;
        try {
            root = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new SpecException(
                    file.toString(), 0, "#", "no such file; lockstep usage --classes PATH -o FILE writes it");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new SpecException(file.toString(), line, "#", "not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        if (!root.path("format").asText().equals(FORMAT)) {
            throw new SpecException(
                    file.toString(), 0, "#/format", "not a file that lockstep usage wrote: format is not " + FORMAT);
        }
        List<Use> uses = new ArrayList<>();
        int index = 0;
        for (JsonNode item : root.path("uses")) {
            boolean whole = item.path("symbol").isTextual()
                    && item.path("file").isTextual()
                    && item.path("line").canConvertToInt();
            if (!whole) {
                throw new SpecException(
                        file.toString(), 0, "#/uses/" + index, "#/uses/" + index + " lacks symbol, file or line");
            }
            uses.add(new Use(
                    item.path("symbol").asText(),
                    item.path("file").asText(),
                    item.path("line").asInt(),
                    item.path("method").asText(),
                    item.path("through").asText(),
                    item.path("compared").asBoolean()));
            index++;
        }
        String name = root.path("name").asText();
        return Usage.of(name.isEmpty() ? stem(file) : name, uses);
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
