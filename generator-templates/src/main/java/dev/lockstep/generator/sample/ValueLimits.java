package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What schemas say of lengths, ranges, patterns and numbers of items, and values within it and at its ends. */
final class ValueLimits {
    private static final Map<String, String> FORMATS = Map.of(
            "email", "someone@example.com",
            "idn-email", "someone@example.com",
            "hostname", "host.example.com",
            "ipv4", "192.0.2.1",
            "ipv6", "2001:db8::1",
            "uri-reference", "/path?query=1",
            "url", "https://example.com/path",
            "json-pointer", "/a/0",
            "regex", "^a+$");
    private static final List<String> WORDS = List.of(
            "text",
            "key",
            "a",
            "A",
            "1",
            "A1",
            "Ab1",
            "x-key",
            "extra_1",
            "en",
            "en-US",
            "+15555550100",
            "2024-02-29",
            "13:14",
            "#a1b2c3",
            "https://example.com/path",
            "someone@example.com");
    private static final int LONGEST = 4_096;
    private static final int MOST = 12;
    private static final int MOST_ITEMS = 64;

    private final List<Pattern> patterns = new ArrayList<>();
    private final List<BigDecimal> multiples = new ArrayList<>();
    private int minLength;
    private int maxLength = Integer.MAX_VALUE;
    private int minItems;
    private int maxItems = Integer.MAX_VALUE;
    private int minProperties;
    private int maxProperties = Integer.MAX_VALUE;
    private boolean unique;
    private @Nullable BigDecimal minimum;
    private @Nullable BigDecimal maximum;
    private boolean aboveMinimum;
    private boolean belowMaximum;

    private ValueLimits() {}

    /** All of the schemas together. */
    static ValueLimits of(List<JsonNode> schemas) {
        ValueLimits limits = new ValueLimits();
        schemas.forEach(limits::add);
        return limits;
    }

    private void add(JsonNode schema) {
        minLength = Math.max(minLength, schema.path("minLength").asInt(0));
        maxLength = Math.min(maxLength, schema.path("maxLength").asInt(Integer.MAX_VALUE));
        minItems = Math.max(minItems, schema.path("minItems").asInt(0));
        maxItems = Math.min(maxItems, schema.path("maxItems").asInt(Integer.MAX_VALUE));
        minProperties = Math.max(minProperties, schema.path("minProperties").asInt(0));
        maxProperties = Math.min(maxProperties, schema.path("maxProperties").asInt(Integer.MAX_VALUE));
        unique |= schema.path("uniqueItems").asBoolean(false);
        if (schema.path("multipleOf").isNumber()
                && schema.path("multipleOf").decimalValue().signum() > 0) {
            multiples.add(schema.path("multipleOf").decimalValue());
        }
        if (schema.path("pattern").isTextual()) {
            try {
                patterns.add(Pattern.compile(schema.path("pattern").textValue()));
            } catch (PatternSyntaxException e) {
                // Another dialect of regular expressions: whoever checks the value decides.
            }
        }
        boolean exclusiveMinimum = schema.path("exclusiveMinimum").asBoolean(false);
        boolean exclusiveMaximum = schema.path("exclusiveMaximum").asBoolean(false);
        atLeast(schema.path("minimum"), exclusiveMinimum);
        atLeast(schema.path("exclusiveMinimum"), true);
        atMost(schema.path("maximum"), exclusiveMaximum);
        atMost(schema.path("exclusiveMaximum"), true);
    }

    private void atLeast(JsonNode limit, boolean exclusive) {
        if (limit.isNumber() && (minimum == null || limit.decimalValue().compareTo(minimum) >= 0)) {
            minimum = limit.decimalValue();
            aboveMinimum = exclusive;
        }
    }

    private void atMost(JsonNode limit, boolean exclusive) {
        if (limit.isNumber() && (maximum == null || limit.decimalValue().compareTo(maximum) <= 0)) {
            maximum = limit.decimalValue();
            belowMaximum = exclusive;
        }
    }

    /** Texts within the limits, the plainest first; one that breaks them where none was found. Never empty. */
    List<JsonNode> texts(String format, @Nullable JsonNode example, Probes probes) {
        Set<String> texts = new LinkedHashSet<>();
        String formatted = FORMATS.get(format);
        JsonNode sample = Samples.string(format);
        boolean free = formatted == null && !Samples.isFormatted(sample);
        if (!free) {
            texts.add(formatted != null ? formatted : sample.textValue());
        }
        if (example != null && example.isTextual()) {
            texts.add(example.textValue());
        }
        if (free) {
            texts.addAll(patterns.isEmpty() ? List.of("text") : WORDS);
            texts.addAll(probes.texts());
            Set<Integer> lengths = new TreeSet<>(probes.sizes());
            lengths.add(minLength);
            lengths.add(Math.min(maxLength, LONGEST));
            lengths.stream().filter(length -> length < LONGEST).forEach(length -> texts.add("a".repeat(length)));
        }
        List<JsonNode> fitting =
                texts.stream().filter(this::fits).limit(MOST).map(Samples::text).toList();
        return fitting.isEmpty() ? List.of(Samples.text(texts.iterator().next())) : fitting;
    }

    private boolean fits(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= minLength
                && length <= maxLength
                && patterns.stream().allMatch(pattern -> pattern.matcher(text).find());
    }

    /** Numbers within the limits, the plainest first; one that breaks them where none was found. Never empty. */
    List<JsonNode> numbers(boolean whole, String format, @Nullable JsonNode example, Probes probes) {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        numbers.add(BigDecimal.ONE);
        if (!whole) {
            numbers.add(new BigDecimal("0.5"));
        }
        numbers.add((whole ? Samples.integer(format) : Samples.decimal(format)).decimalValue());
        if (example != null && example.isNumber()) {
            numbers.add(example.decimalValue());
        }
        numbers.add(BigDecimal.ZERO);
        for (BigDecimal end : new BigDecimal[] {minimum, maximum}) {
            if (end != null) {
                numbers.add(end);
                numbers.add(end.add(BigDecimal.ONE));
                numbers.add(end.subtract(BigDecimal.ONE));
            }
        }
        numbers.addAll(multiples);
        numbers.addAll(probes.numbers());
        List<JsonNode> fitting = numbers.stream()
                .filter(number -> fits(number, whole))
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .limit(MOST)
                .map(number -> Samples.number(number.toPlainString()))
                .toList();
        return fitting.isEmpty() ? List.of(Samples.number("1")) : fitting;
    }

    private boolean fits(BigDecimal number, boolean whole) {
        int low = minimum == null ? 1 : number.compareTo(minimum);
        int high = maximum == null ? -1 : number.compareTo(maximum);
        return (low > 0 || (low == 0 && !aboveMinimum))
                && (high < 0 || (high == 0 && !belowMaximum))
                && (!whole || number.stripTrailingZeros().scale() <= 0)
                && multiples.stream()
                        .allMatch(multiple -> number.remainder(multiple).signum() == 0);
    }

    /** Numbers of items; a negative one means as many that are all alike. Never empty. */
    List<Integer> items(Probes probes) {
        List<Integer> sizes = sizes(minItems, maxItems, 1, probes);
        if (!unique && maxItems >= 2) {
            sizes.add(-Math.max(2, minItems));
        }
        return sizes;
    }

    /** Numbers of properties. Never empty. */
    List<Integer> properties(Probes probes) {
        return sizes(minProperties, maxProperties, 2, probes);
    }

    private static List<Integer> sizes(int least, int most, int usual, Probes probes) {
        Set<Integer> sizes = new LinkedHashSet<>();
        sizes.add(Math.max(least, Math.min(most, usual)));
        sizes.add(least);
        sizes.add(most);
        sizes.addAll(probes.sizes());
        List<Integer> fitting = new ArrayList<>();
        for (int size : sizes) {
            if (size >= least && size <= most && size <= MOST_ITEMS && fitting.size() < MOST) {
                fitting.add(size);
            }
        }
        return fitting.isEmpty() ? new ArrayList<>(List.of(Math.min(least, MOST_ITEMS))) : fitting;
    }
}
