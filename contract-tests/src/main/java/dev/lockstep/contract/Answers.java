package dev.lockstep.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.generator.sample.Instances;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** What a vendor answers with who keeps to its own spec. */
final class Answers {
    /**
     * An answer.
     *
     * @param response what the server sends
     * @param mediaType of its body; empty where it has none
     * @param undeclared names that the body has to have and that no schema declares
     */
    record Answer(MockResponse response, String mediaType, Set<String> undeclared) {}

    private Answers() {}

    /** A status that a documented one, a range or {@code default} stands for. */
    static int status(String documented, Set<String> others) {
        if (documented.matches("\\d{3}")) {
            return Integer.parseInt(documented);
        }
        int from = documented.equals("default") ? 500 : Integer.parseInt(documented.substring(0, 1)) * 100;
        for (int status = from + (from == 400 ? 18 : 0); ; status++) {
            if (!others.contains(String.valueOf(status))) {
                return status;
            }
        }
    }

    /**
     * The answer of a documented status.
     *
     * @return null where no body satisfies the documented schema
     */
    static @Nullable Answer of(SpecDocument document, SpecOperation operation, int status, JsonNode response) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status);
        JsonNode content = response.path("content");
        boolean bodiless = operation.method().equals("HEAD") || status == 204 || status == 205 || status == 304;
        if (content.isEmpty() || bodiless) {
            return new Answer(answer.build(), "", Set.of());
        }
        String mediaType = preferred(content);
        JsonNode schema = SpecOperation.follow(document, content.path(mediaType).path("schema"));
        String sent = mediaType.contains("*") ? "application/json" : mediaType;
        answer.setHeader("Content-Type", sent);
        if (!isJson(mediaType) && !isEvents(mediaType)) {
            return new Answer(answer.body("some text").build(), mediaType, Set.of());
        }
        if (schema.isMissingNode() || schema.path("format").asText("").equals("binary")) {
            return new Answer(answer.body("\"some text\"").build(), mediaType, Set.of());
        }
        Instances.Instance made = Instances.make(document, schema, pointer(content, mediaType), Instances.Mode.ALL, -1);
        if (made == null) {
            return null;
        }
        String json = made.json().toString();
        answer.body(isEvents(mediaType) ? "data: " + json + "\n\n" : json);
        return new Answer(answer.build(), mediaType, made.undeclared());
    }

    /** The schema's place, so that a parent that lists the schema as its own variant is known for settled. */
    private static String pointer(JsonNode content, String mediaType) {
        return content.path(mediaType).path("schema").path("$ref").asText("");
    }

    /** JSON with a schema, then events, then whatever comes first: that is what clients read. */
    private static String preferred(JsonNode content) {
        for (Map.Entry<String, JsonNode> media : content.properties()) {
            if (isJson(media.getKey()) && media.getValue().has("schema")) {
                return media.getKey();
            }
        }
        for (Map.Entry<String, JsonNode> media : content.properties()) {
            if (isEvents(media.getKey())) {
                return media.getKey();
            }
        }
        return content.fieldNames().next();
    }

    static boolean isJson(String mediaType) {
        String base = base(mediaType);
        return base.equals("application/json")
                || base.equals("text/json")
                || base.endsWith("+json")
                || base.equals("*/*")
                || base.equals("application/*");
    }

    private static boolean isEvents(String mediaType) {
        return base(mediaType).equals("text/event-stream");
    }

    private static String base(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
