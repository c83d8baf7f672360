package dev.lockstep.client.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the invalid properties of a model and of the models below it. */
final class Validation {
    private Validation() {}

    static void collect(@Nullable Object value, List<InvalidPropertyException> problems) {
        if (value instanceof JsonModel<?> model) {
            ModelData data = model.data();
            for (Property<?> property : data.shape.properties()) {
                Object slot = data.slots[property.index];
                if (slot instanceof ModelData.Invalid invalid) {
                    problems.add(model.exception(property, invalid));
                } else {
                    collect(slot, problems);
                }
            }
            Property<?> additional = data.shape.additionalOrNull();
            if (additional != null) {
                collect(data.slots[additional.index], problems);
            }
        } else if (value instanceof JsonUnion union) {
            collect(union.content(), problems);
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(each -> collect(each, problems));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, problems));
        }
    }
}
