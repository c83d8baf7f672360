package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.names.JavaNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one value that a property of a schema always has, which tells the schema from its neighbours. */
final class Constants {
    private Constants() {}

    /** The text of a schema's first constant property that has words in it; null if it has none. */
    static @Nullable String of(JsonNode schema) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode own = property.getValue();
            JsonNode constant = own.has("const")
                    ? own.path("const")
                    : own.path("enum").size() == 1 ? own.path("enum").path(0) : own.path("const");
            if (constant.isTextual() && !JavaNames.words(constant.textValue()).isEmpty()) {
                return constant.textValue();
            }
        }
        return null;
    }
}
