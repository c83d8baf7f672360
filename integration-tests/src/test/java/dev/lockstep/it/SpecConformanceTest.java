package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of these tests say what the locked specs say: every operation, every status. */
class SpecConformanceTest {
    @ParameterizedTest
    @EnumSource
    void everyDocumentedStatusIsInTheTable(Documented operation) {
        JsonNode responses = spec(operation.vendor())
                .at(Pointer.of("paths", operation.template, operation.method.toLowerCase(Locale.ROOT), "responses"));

        NavigableSet<String> documented = new TreeSet<>();
        responses.fieldNames().forEachRemaining(documented::add);

        NavigableSet<String> table = new TreeSet<>();
        table.add("200");
        operation.errors.forEach(status -> table.add(String.valueOf(status)));
        assertEquals(documented, table);
    }

    @Test
    void everyOperationIsInTheTable() {
        NavigableSet<String> documented = new TreeSet<>();
        for (String vendor : Documented.VENDORS) {
            for (Map.Entry<String, JsonNode> path :
                    spec(vendor).at(Pointer.of("paths")).properties()) {
                for (Map.Entry<String, JsonNode> item : path.getValue().properties()) {
                    if (item.getValue().has("responses")) {
                        documented.add(item.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }
            }
        }
        NavigableSet<String> table = new TreeSet<>();
        Stream.of(Documented.values()).forEach(operation -> table.add(operation.method + " " + operation.template));
        assertEquals(documented, table);
    }

    private static SpecDocument spec(String vendor) {
        return SpecReader.read(
                DocumentedSamples.root().resolve("specs").resolve(vendor).resolve("openapi.yaml"));
    }
}
