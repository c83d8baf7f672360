package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/** Scalars that are easily lost: integers beyond a double, long fractions, milliseconds. */
public final class Samples {
    /** Makes nodes. */
    public static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("date-time", "2024-02-29T13:14:15.678Z"),
            Map.entry("date", "2024-02-29"),
            Map.entry("time", "13:14:15Z"),
            Map.entry("duration", "PT1H30M"),
            Map.entry("uuid", "123e4567-e89b-12d3-a456-426614174000"),
            Map.entry("uri", "https://example.com/a%20b?c=d&e=%C3%BC#f"),
            Map.entry("byte", "AAEC/+8="),
            Map.entry("decimal", "12.50"));

    private static final Map<String, String> NUMBERS = Map.of(
            "int32", "2147483647",
            "int64", "9007199254740993",
            "uint64", "18446744073709551615",
            "float", "0.5",
            "double", "0.1");

    private Samples() {}

    /** A text of a format. */
    public static JsonNode string(String format) {
        return text(TEXTS.getOrDefault(format, "text \u00e9\ud83d\ude00 \"quoted\"\n"));
    }

    /** A whole number of a format. */
    public static JsonNode integer(String format) {
        String sample = NUMBERS.getOrDefault(format, "9007199254740993");
        return number(sample.contains(".") ? "9007199254740993" : sample);
    }

    /** A number of a format. */
    public static JsonNode decimal(String format) {
        return number(NUMBERS.getOrDefault(format, "0.12345678901234567890123456789"));
    }

    /** A text. */
    public static JsonNode text(String value) {
        return JSON.textNode(value);
    }

    /** A number with all its digits. */
    public static JsonNode number(String digits) {
        return JSON.numberNode(new BigDecimal(digits));
    }

    /** Whether this is one of our texts of a format, which not every text is. */
    static boolean isFormatted(JsonNode value) {
        return value.isTextual() && TEXTS.containsValue(value.textValue());
    }

    /** A value of every kind. */
    public static JsonNode any() {
        ObjectNode any = JSON.objectNode();
        any.putArray("list").add(1).add("two").addNull().add(true).add(new BigDecimal("1.50"));
        any.putObject("empty");
        return any;
    }
}
