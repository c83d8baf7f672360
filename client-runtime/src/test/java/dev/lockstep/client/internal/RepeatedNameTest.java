package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.json.InvalidPropertyException;
import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.JsonModel;
import dev.lockstep.client.json.ModelAdapter;
import dev.lockstep.client.json.ModelBuilder;
import dev.lockstep.client.json.ModelData;
import dev.lockstep.client.json.Property;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A name that stands twice in an object has its last value (RFC 8259, 4: what most readers do), whether an earlier one fits or not. */
class RepeatedNameTest {
    /** Numbers by any name. */
    private static final class Counts extends JsonModel<Counts.Builder> {
        static final ModelAdapter<Counts> ADAPTER = new ModelAdapter<>("Counts", Counts::new, Builder::new);
        static final Property<Map<String, Integer>> OTHERS = ADAPTER.additional(() -> Json.INTEGER);

        private Counts(ModelData data) {
            super(data);
        }

        Map<String, Integer> others() {
            return getAdditional(OTHERS);
        }

        static final class Builder extends ModelBuilder<Counts, Builder> {
            private Builder() {
                super(ADAPTER);
            }
        }
    }

    private static Counts counts(String json) throws IOException {
        return Counts.ADAPTER.fromJson(json);
    }

    @Test
    void aMapWhoseLastValuesFitIsRead() throws IOException {
        assertEquals(Map.of("a", 2, "b", 3), Json.map(Json.INTEGER).fromJson("{\"a\":\"one\",\"b\":3,\"a\":2}"));
    }

    @Test
    void aMapWhoseLastValueDoesNotFitIsKeptRaw() throws IOException {
        FuzzModel model =
                FuzzModel.ADAPTER.fromJson("{\"text\":\"\",\"map\":{\"b\":true,\"a\":1,\"b\":2,\"a\":\"x\"}}");
        InvalidPropertyException invalid = assertThrows(InvalidPropertyException.class, model::validate);
        assertEquals("$.map.a", invalid.path());
        assertEquals("{\"b\":2.0,\"a\":\"x\"}", String.valueOf(model.raw("map")));
    }

    @Test
    void anAdditionalValueIsTypedOrUnknownAndNotBoth() throws IOException {
        Counts fits = counts("{\"a\":\"one\",\"a\":1}");
        assertEquals(Map.of("a", 1), fits.others());
        assertEquals(Map.of(), fits.unknownProperties());
        assertEquals("{\"a\":1}", Counts.ADAPTER.toJson(fits));

        Counts unfit = counts("{\"a\":1,\"a\":\"one\"}");
        assertEquals(Map.of(), unfit.others());
        assertEquals("{\"a\":\"one\"}", Counts.ADAPTER.toJson(unfit));
    }
}
