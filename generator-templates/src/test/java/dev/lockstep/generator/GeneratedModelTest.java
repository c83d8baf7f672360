package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonReader;
import dev.lockstep.client.json.DriftSink;
import dev.lockstep.client.json.InvalidPropertyException;
import dev.lockstep.client.json.JsonModel;
import dev.lockstep.client.json.JsonValue;
import dev.lockstep.client.json.Presence;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** What generated models, enums and unions do with JSON. */
class GeneratedModelTest {
    private static final String ORDER = """
            {"id":"o1","status":"paid","created":"2024-02-29T23:59:59Z","lines":[]}""";

    private static Object call(Object target, String method) throws Throwable {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static JsonModel<?> order(String json) throws Exception {
        return (JsonModel<?>) Fixtures.shop().adapter("Order").fromJson(json);
    }

    private static String json(JsonModel<?> order) throws Exception {
        return Fixtures.shop().adapter("Order").toJson(order);
    }

    @Test
    void decodesWhatIsDocumented() throws Throwable {
        JsonModel<?> order = order(ORDER);

        assertEquals("o1", call(order, "id"));
        assertEquals("paid", call(order, "status").toString());
        assertEquals("2024-02-29T23:59:59Z", call(order, "created").toString());
        assertEquals(List.of(), call(order, "lines"));
        order.validate();
    }

    @Test
    void tellsAbsentNullAndValueApart() throws Throwable {
        assertEquals(Presence.ABSENT, order(ORDER).presence("note"));
        JsonModel<?> withNull = order(ORDER.replace("}", ",\"note\":null}"));
        assertEquals(Presence.NULL, withNull.presence("note"));
        assertNull(call(withNull, "note"));
        assertTrue(json(withNull).contains("\"note\":null"), json(withNull));
        assertFalse(json(order(ORDER)).contains("note"));
    }

    @Test
    void keepsUnknownProperties() throws Throwable {
        JsonModel<?> order = order(ORDER.replace("}", ",\"new\":{\"deep\":[1.50,null]}}"));

        assertEquals(
                JsonValue.parse("{\"deep\":[1.50,null]}"),
                order.unknownProperties().get("new"));
        assertTrue(json(order).endsWith("\"new\":{\"deep\":[1.50,null]}}"), json(order));
    }

    @Test
    void onlyTheAccessorOfAMissingPropertyThrows() throws Throwable {
        JsonModel<?> order = order("{\"id\":\"o1\",\"status\":\"paid\",\"lines\":[]}");

        assertEquals("o1", call(order, "id"));
        InvalidPropertyException missing = assertThrows(InvalidPropertyException.class, () -> call(order, "created"));
        assertEquals("Order.created: required, but missing at path $.created", missing.getMessage());
        assertEquals("$.created", missing.path());
        assertThrows(InvalidPropertyException.class, order::validate);
    }

    @Test
    void keepsAMistypedPropertyRaw() throws Throwable {
        String body = ORDER.replace("\"o1\"", "[1,{\"a\":2}]");
        JsonModel<?> order = order(body);

        InvalidPropertyException invalid = assertThrows(InvalidPropertyException.class, () -> call(order, "id"));
        assertEquals("Order.id: expected a string but was an array at path $.id", invalid.getMessage());
        assertEquals(JsonValue.parse("[1,{\"a\":2}]"), order.raw("id"));
        assertEquals(JsonValue.parse(body), JsonValue.parse(json(order)));
    }

    @Test
    void oneBadElementMakesItsListInvalidAndNothingElse() throws Throwable {
        String body = ORDER.replace("[]", "[{\"sku\":\"a\"},7,{\"sku\":\"b\"}]");
        JsonModel<?> order = order(body);

        assertEquals(
                "Order.lines: expected an object but was a number at path $.lines[1]",
                assertThrows(InvalidPropertyException.class, () -> call(order, "lines"))
                        .getMessage());
        assertEquals("o1", call(order, "id"));
        assertEquals(JsonValue.parse(body), JsonValue.parse(json(order)));
    }

    @Test
    void buildersDemandWhatTheClientMustSend() throws Throwable {
        Object builder = Fixtures.shop().type("Order").getMethod("builder").invoke(null);

        assertEquals(
                "Order.status is required",
                assertThrows(IllegalStateException.class, () -> call(builder, "build"))
                        .getMessage());
    }

    @Test
    void masksSecrets() throws Throwable {
        String text = order(ORDER.replace("}", ",\"password\":\"hunter2\",\"pin\":\"1234\",\"new\":\"shy\"}"))
                .toString();

        assertFalse(text.contains("hunter2") || text.contains("1234") || text.contains("shy"), text);
        assertTrue(text.contains("password=***, pin=***") && text.contains("unknown=[new]"), text);
    }

    @Test
    void enumsKeepUnknownValues() throws Throwable {
        Object status = call(order(ORDER.replace("paid", "refunded")), "status");

        assertEquals("refunded", status.toString());
        assertEquals(false, call(status, "isKnown"));
        assertEquals("\"refunded\"", Fixtures.shop().adapter("Status").lenient().toJson(status));
    }

    @Test
    void enumConstantsAreIdenticalToDecodedValues() throws Throwable {
        Class<?> status = Fixtures.shop().type("Status");

        assertEquals(status.getField("PAID").get(null), call(order(ORDER), "status"));
        for (String constant : List.of("ETC_GMT_PLUS_12", "ETC_GMT_MINUS_12", "GREATER", "GT", "EMPTY")) {
            assertTrue(status.getField(constant).get(null) != null, constant);
        }
        assertEquals("gt", Fixtures.shop().type("Status$Values").getField("GT").get(null));
    }

    @Test
    void unionsFollowTheirDiscriminator() throws Throwable {
        JsonModel<?> order = order(ORDER.replace("}", ",\"payment\":{\"kind\":\"cash\",\"change\":0.10}}"));
        Object payment = call(order, "payment");

        assertEquals("OfCash", payment.getClass().getSimpleName());
        assertTrue(json(order).contains("{\"kind\":\"cash\",\"change\":0.10}"), json(order));
    }

    @Test
    void unionsKeepAnUnknownVariant() throws Throwable {
        JsonModel<?> order = order(ORDER.replace("}", ",\"payment\":{\"kind\":\"coin\",\"worth\":3}}"));

        assertEquals("Unknown", call(order, "payment").getClass().getSimpleName());
        assertTrue(json(order).contains("{\"kind\":\"coin\",\"worth\":3}"), json(order));
    }

    @Test
    void unionsWithoutDiscriminatorAreToldApartByRequiredProperties() throws Exception {
        Object figure = Fixtures.shop().adapter("Figure").fromJson("{\"side\":2}");

        assertEquals("OfSquare", figure.getClass().getSimpleName());
    }

    @Test
    void scalarUnionsAreToldApartByTheirKind() throws Exception {
        assertEquals(
                "OfLong",
                Fixtures.shop().adapter("Id").lenient().fromJson("7").getClass().getSimpleName());
        assertEquals(
                "OfString",
                Fixtures.shop()
                        .adapter("Id")
                        .lenient()
                        .fromJson("\"7\"")
                        .getClass()
                        .getSimpleName());
    }

    @Test
    void typedAdditionalPropertiesAreAMap() throws Throwable {
        Object line = Fixtures.shop().adapter("Line").fromJson("{\"sku\":\"a\",\"left\":1,\"right\":2}");

        assertEquals("{left=1, right=2}", call(line, "additionalProperties").toString());
        assertEquals(
                "{\"sku\":\"a\",\"left\":1,\"right\":2}",
                Fixtures.shop().adapter("Line").toJson(line));
    }

    @Test
    void tellsDriftToTheReadersSink() throws Exception {
        List<String> heard = new ArrayList<>();
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8("""
                        {"id":1,"status":"lost","new":2,"lines":[],"payment":{"kind":"x"}}"""));
        reader.setTag(DriftSink.class, new DriftSink() {
            @Override
            public void unknownProperty(String type, String property, String path) {
                heard.add("unknown " + type + "." + property + " " + path);
            }

            @Override
            public void unknownEnumValue(String type, String value, String path) {
                heard.add("value " + type + " " + value + " " + path);
            }

            @Override
            public void invalidProperty(String type, String property, String path, String reason) {
                heard.add("invalid " + path + " " + reason);
            }

            @Override
            public void unknownVariant(String type, String path) {
                heard.add("variant " + type + " " + path);
            }
        });

        assertTrue(Fixtures.shop().adapter("Order").fromJson(reader) instanceof JsonModel<?>);
        assertEquals(
                List.of(
                        "invalid $.id expected a string but was a number",
                        "value Status lost $.status",
                        "unknown Order.new $.new",
                        "variant OrderPayment $.payment",
                        "invalid $.created required, but missing"),
                heard);
    }

    @Test
    void timesKeepTheirInstantAndNotTheirSpelling() throws Exception {
        String created = "\"created\":\"2024-02-29T13:14:00.000+00:00\"";
        String sent = json(order(ORDER.replaceFirst("\"created\":\"[^\"]*\"", created)));

        assertTrue(sent.contains("\"created\":\"2024-02-29T13:14:00Z\""), sent);
        String never = "\"created\":\"2024-02-30T25:00:00Z\"";
        String kept = json(order(ORDER.replaceFirst("\"created\":\"[^\"]*\"", never)));
        assertTrue(kept.contains(never), kept);
    }
}
