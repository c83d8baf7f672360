package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.JsonValue;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Half of a surrogate pair, which JSON can escape and UTF-8 cannot hold, is written as it came. */
class LoneSurrogateTest {
    private static void comesBack(String json) throws IOException {
        assertEquals(json, FuzzModel.ADAPTER.toJson(FuzzModel.ADAPTER.fromJson(json)));
    }

    @Test
    void inADocumentedProperty() throws IOException {
        comesBack("{\"text\":\"a\\ud800b\",\"list\":[\"\\udc00\",\"x\"]}");
    }

    @Test
    void inAnUnknownProperty() throws IOException {
        comesBack("{\"text\":\"\",\"extra\":[\"\\udbff\",{\"half\":\"\\u0022\\u005c\\u0000\\u00e9\\ud800\"},1]}");
    }

    @Test
    void aRawValueByItself() {
        assertEquals("\"\\ud800\"", JsonValue.of("\ud800").toString());
        assertEquals(JsonValue.of("\ud800"), JsonValue.of(JsonValue.of("\ud800").asString()));
    }

    @Test
    void pairsAndEverythingElseStayText() throws IOException {
        comesBack("{\"text\":\"\ud83d\ude00 \u00e9 \ud800\udc00\"}");
        assertEquals("\"\ud83d\ude00\\n\"", Json.STRING.toJson("\ud83d\ude00\n"));
    }

    @Test
    void asAJavaTree() {
        assertEquals("a\ud800", Json.STRING.toJsonValue("a\ud800"));
    }
}
