package dev.lockstep.it.faults;

import static dev.lockstep.it.faults.Expected.fails;
import static dev.lockstep.it.faults.Expected.success;
import static dev.lockstep.it.faults.Fault.fault;
import static dev.lockstep.it.faults.Subject.Trait.DECODED;
import static dev.lockstep.it.faults.Subject.Trait.ENUM;
import static dev.lockstep.it.faults.Subject.Trait.REQUIRED;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.ApiDecodeException;
import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.json.InvalidPropertyException;
import dev.lockstep.client.json.JsonModel;
import dev.lockstep.client.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import okio.Buffer;
import okio.ByteString;

/** Bodies of a 200 that are not quite what is documented. None is repeated: the vendor has done it. */
final class DecodeFaults {
    static final List<Fault> ROWS = List.of(
            tolerated("unknown enum", json -> json.replaceAll("completed|STOPPED|\"closed", "$0_2"))
                    .needing(DECODED, ENUM)
                    .and((world, outcome) -> {
                        assertDoesNotThrow(outcome.body(JsonModel.class)::validate);
                        heard(world, DriftEvent.Kind.UNKNOWN_ENUM_VALUE);
                    }),
            tolerated("wrong type", DecodeFaults::wrongType).and((world, outcome) -> {
                assertThrows(InvalidPropertyException.class, outcome.body(JsonModel.class)::validate);
                heard(world, DriftEvent.Kind.MISTYPED_PROPERTY);
            }),
            tolerated("missing required", json -> json.replaceFirst("\"\\w+\":\"\\w+\",", ""))
                    .needing(DECODED, REQUIRED)
                    .and((world, outcome) -> {
                        assertThrows(InvalidPropertyException.class, outcome.body(JsonModel.class)::validate);
                        heard(world, DriftEvent.Kind.MISSING_PROPERTY);
                    }),
            tolerated("null required", json -> json.replaceFirst(":\"\\w+\"", ":null"))
                    .needing(DECODED, REQUIRED)
                    .and((world, outcome) -> {
                        assertThrows(InvalidPropertyException.class, outcome.body(JsonModel.class)::validate);
                        heard(world, DriftEvent.Kind.NULL_PROPERTY);
                    }),
            tolerated("duplicate key", json -> json.replace("}", ",\"twice\":1,\"twice\":2}"))
                    .and((world, outcome) ->
                            assertEquals("2", unknown(outcome, "twice").toString())),
            refused("depth 300", json -> json.replace("}", ",\"deep\":" + "[".repeat(300) + "]".repeat(300) + "}")),
            tolerated("lone surrogate", json -> json.replace("}", ",\"half\":\"\\ud800\"}"))
                    .and((world, outcome) ->
                            assertEquals("\ud800", unknown(outcome, "half").asString())),
            bytes("BOM", json -> ByteString.decodeHex("efbbbf").utf8() + json, success())
                    .and((world, outcome) -> assertEquals(List.of(), world.drift)),
            tolerated(
                            "2^63",
                            json -> json.replace("}", ",\"big\":9223372036854775808}")
                                    .replace(":5,", ":9223372036854775808,"))
                    .and((world, outcome) -> assertEquals(
                            "9223372036854775808", unknown(outcome, "big").toString())),
            refused("truncated JSON", json -> json.substring(0, json.length() / 2)),
            refused("trailing garbage", json -> json + " and more"));

    private DecodeFaults() {}

    private static Fault tolerated(String name, UnaryOperator<String> change) {
        return bytes(name, change, success());
    }

    private static Fault refused(String name, UnaryOperator<String> change) {
        return bytes(name, change, fails(ApiDecodeException.class, "COMPLETE 200"));
    }

    private static Fault bytes(String name, UnaryOperator<String> change, Expected.Rule expected) {
        return fault(
                        name,
                        world -> {
                            String body = change.apply(world.subject().success());
                            world.answer(world.ok().body(new Buffer().writeUtf8(body)));
                        },
                        expected)
                .needing(DECODED);
    }

    private static JsonValue unknown(Outcome outcome, String name) {
        return Objects.requireNonNull(
                ((JsonModel<?>) outcome.body(JsonModel.class))
                        .unknownProperties()
                        .get(name),
                name);
    }

    /** The first text or boolean becomes a list of numbers. */
    private static String wrongType(String json) {
        return json.replaceFirst(":(\"\\w+\"|true)", ":[1]");
    }

    private static void heard(World world, DriftEvent.Kind kind) {
        assertEquals(List.of(kind), world.drift.stream().map(DriftEvent::kind).toList());
    }
}
