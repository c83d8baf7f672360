package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * What answers say of themselves: a value that has the constant of a shape claims to be of that shape. A client that knows
 * the shape should read it; what claims nothing may be a shape that came later.
 */
final class Claims {
    private final SpecDocument document;
    private final Typed typed;
    private final JsonNode schema;

    /**
     * @param schema of the whole answer, in the document that the client is of
     */
    Claims(SpecDocument document, JsonNode schema) {
        this.document = document;
        this.typed = new Typed(document);
        this.schema = schema;
    }

    /**
     * Whether all values at a place claim to be of a shape that the schema lists there.
     *
     * @param path as the client tells it, {@code $.list[*].name}
     */
    boolean known(JsonNode answer, String path) {
        List<JsonNode> values = List.of(answer);
        JsonNode at = schema;
        for (String step : path.substring(1).split("(?=\\[\\*])|\\.", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            List<JsonNode> next = new ArrayList<>();
            if (step.equals("[*]")) {
                at = typed.items(at);
                values.forEach(value -> value.forEach(next::add));
            } else {
                JsonNode property = typed.property(at, step);
                at = property.isMissingNode() ? typed.additional(at) : property;
                values.stream().filter(value -> value.has(step)).forEach(value -> next.add(value.path(step)));
            }
            values = next;
        }
        List<JsonNode> shapes = typed.variants(at);
        return !values.isEmpty()
                && values.stream().allMatch(value -> shapes.stream().anyMatch(shape -> claims(value, shape)));
    }

    private boolean claims(JsonNode value, JsonNode shape) {
        for (String name : typed.properties(shape)) {
            JsonNode property = Node.of(document, Pointer.ROOT, typed.property(shape, name))
                    .resolved()
                    .value();
            JsonNode constant =
                    property.path("enum").size() == 1 ? property.path("enum").path(0) : property.path("const");
            if (!constant.isMissingNode() && constant.equals(value.path(name))) {
                return true;
            }
        }
        return false;
    }
}
