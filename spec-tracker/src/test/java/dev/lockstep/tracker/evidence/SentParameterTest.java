package dev.lockstep.tracker.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.JsonValue;
import dev.lockstep.client.json.Parameters;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client writes into a path is read back as what it was, in each style. */
class SentParameterTest {
    private static final String TEXT = "\"a;b,c=d.e/f%41+g \u00e9\ud83d\ude00\"";
    private static final String LIST = "[\"a;b\",\"c,d\",\"p=e\",\"f+g\"]";
    private static final String OBJECT = "{\"a\":\"x;y,z=1\",\"b c\":\"u+v\"}";

    private static SentParameter.Read read(String schema, String style, boolean explode, String raw) {
        SpecDocument document = SpecReader.parse(
                "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\": {},"
                        + " \"components\": {\"parameters\": {\"p\": {\"in\": \"path\", \"name\": \"p\", \"required\": true,"
                        + " \"style\": \"" + style + "\", \"explode\": " + explode + ", \"schema\": " + schema + "}}}}",
                "t.json");
        return new SentParameter(new Typed(document), document.at("#/components/parameters/p")).segment(raw);
    }

    @ParameterizedTest
    @CsvSource({
        "simple, false",
        "simple, true",
        "label, false",
        "label, true",
        "matrix, false",
        "matrix, true",
    })
    void comesBack(String style, boolean explode) throws Exception {
        // Label style delimits exploded parts by dots, which are bare in values too.
        String text = explode && style.equals("label") ? TEXT.replace(".", "") : TEXT;
        comesBack("{\"type\": \"string\"}", style, explode, text);
        comesBack("{\"type\": \"array\", \"items\": {\"type\": \"string\"}}", style, explode, LIST);
        comesBack("{\"type\": \"object\", \"additionalProperties\": {\"type\": \"string\"}}", style, explode, OBJECT);
    }

    private static void comesBack(String schema, String style, boolean explode, String json) throws Exception {
        JsonValue value = JsonValue.parse(json);
        Parameters.Segment sent = switch (style) {
            case "label" -> Parameters.label("p", Json.VALUE, value, explode);
            case "matrix" -> Parameters.matrix("p", Json.VALUE, value, explode);
            default -> Parameters.path(Json.VALUE, value, explode);
        };
        SentParameter.Read read = read(schema, style, explode, sent.encoded());
        assertEquals("", read.problem(), sent::encoded);
        assertEquals(new ObjectMapper().readTree(json), read.value(), sent::encoded);
    }
}
