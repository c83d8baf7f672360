package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonAdapter;
import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.JsonMismatchException;
import dev.lockstep.client.json.Presence;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A number beyond its type is no infinity, which JSON could not say again: it is kept as it came. */
class NumberRangeTest {
    private static void refuses(JsonAdapter<?> adapter, String number, String reason) {
        JsonMismatchException failure = assertThrows(
                JsonMismatchException.class, () -> adapter.lenient().fromJson(number));
        assertEquals(reason + " at path $", failure.getMessage());
    }

    @Test
    void beyond64Bits() throws IOException {
        refuses(Json.DOUBLE, "1e309", "expected a 64-bit number but was another number");
        refuses(Json.DOUBLE, "-1e309", "expected a 64-bit number but was another number");
        assertEquals(-1.7976931348623157e308, Json.DOUBLE.lenient().fromJson("-1.7976931348623157e308"));
        assertEquals(0.0, Json.DOUBLE.lenient().fromJson("1e-400"));
    }

    @Test
    void beyond32Bits() throws IOException {
        refuses(Json.FLOAT, "1e39", "expected a 32-bit number but was another number");
        refuses(Json.FLOAT, "-1e39", "expected a 32-bit number but was another number");
        assertEquals(0.1f, Json.FLOAT.lenient().fromJson("0.1"));
    }

    @Test
    void itComesBack() throws IOException {
        String json = "{\"text\":\"\",\"map\":{\"a\":0,\"b\":1E+400}}";
        FuzzModel model = FuzzModel.ADAPTER.fromJson(json);
        assertEquals(Presence.INVALID, model.presence("map"));
        FuzzModel again = FuzzModel.ADAPTER.fromJson(FuzzModel.ADAPTER.toJson(model));
        assertEquals(model.raw("map"), again.raw("map"));
    }
}
