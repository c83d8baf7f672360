package dev.lockstep.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.squareup.moshi.JsonAdapter;
import dev.lockstep.client.json.JsonModel;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.TypeDef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decodes and encodes made-up JSON of every type of a client. */
final class RoundTrip {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private RoundTrip() {}

    /** What does not come back as it was, one line each. */
    static List<String> failures(CompiledClient client) {
        List<String> failures = new ArrayList<>();
        for (TypeDef type : client.client().model().types()) {
            if (type instanceof ObjectType object && (object.parameters() || hasFile(object))) {
                continue;
            }
            JsonNode value = Synthesizer.of(type);
            if (value instanceof ObjectNode object && type instanceof ObjectType) {
                object.put("lockstep unknown property", "kept");
            }
            try {
                check(type.name(), value, client.adapter(type.name()), failures);
            } catch (IOException | RuntimeException | LinkageError e) {
                failures.add(type.name() + ": " + e + " for " + value);
            }
        }
        return failures;
    }

    /** Models of multipart bodies are no JSON. */
    private static boolean hasFile(ObjectType type) {
        return type.properties().stream()
                .anyMatch(each -> each.type().javaName().contains("Upload"));
    }

    private static void check(String name, JsonNode value, JsonAdapter<Object> adapter, List<String> failures)
            throws IOException {
        JsonAdapter<Object> lenient = adapter.lenient();
        Object decoded = lenient.fromJson(value.toString());
        String encoded = lenient.toJson(decoded);
        if (!same(value, MAPPER.readTree(encoded))) {
            failures.add(name + ": " + value + " became " + encoded);
        }
        if (decoded instanceof JsonModel model) {
            model.validate();
        }
        if (!decoded.equals(lenient.fromJson(encoded))) {
            failures.add(name + ": not equal to itself after a round trip");
        }
    }

    private static boolean same(JsonNode before, JsonNode after) throws JsonProcessingException {
        return MAPPER.readTree(before.toString()).equals((a, b) -> a.equals(b) ? 0 : compare(a, b), after);
    }

    private static int compare(JsonNode a, JsonNode b) {
        boolean equal = a.isNumber() && b.isNumber() && a.decimalValue().compareTo(b.decimalValue()) == 0;
        return equal ? 0 : 1;
    }
}
