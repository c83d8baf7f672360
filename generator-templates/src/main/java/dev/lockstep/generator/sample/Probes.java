package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values at the limits that schemas set: a reader of one document tries those of another, where its own leaves room for them.
 *
 * @param sizes of texts, lists and objects, at most 256
 * @param numbers at limits and one beside them
 * @param texts that are listed
 * @param names of properties on which something depends
 */
public record Probes(
        NavigableSet<Integer> sizes,
        NavigableSet<BigDecimal> numbers,
        NavigableSet<String> texts,
        NavigableSet<String> names) {
    /** No value. */
    public static final Probes NONE = of(List.of());

    private static final Set<String> SIZES = Set.of(
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "minContains",
            "maxContains");
    private static final Set<String> NUMBERS =
            Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
    private static final Set<String> DEPENDING = Set.of("dependentRequired", "dependentSchemas");
    private static final int LONGEST = 256;
    private static final int MOST = 24;

    /** The limits in these trees. */
    public static Probes of(Collection<JsonNode> trees) {
        Probes probes = new Probes(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        trees.forEach(probes::collect);
        return new Probes(
                Collections.unmodifiableNavigableSet(probes.sizes),
                Collections.unmodifiableNavigableSet(probes.numbers),
                Collections.unmodifiableNavigableSet(probes.texts),
                Collections.unmodifiableNavigableSet(probes.names));
    }

    private void collect(JsonNode node) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonNode value = member.getValue();
            if (SIZES.contains(member.getKey()) && value.isIntegralNumber() && value.canConvertToInt()) {
                around(value.intValue());
            } else if (NUMBERS.contains(member.getKey()) && value.isNumber() && numbers.size() < MOST) {
                BigDecimal number = value.decimalValue();
                numbers.add(number);
                numbers.add(number.add(BigDecimal.ONE));
                numbers.add(number.subtract(BigDecimal.ONE));
            } else if (member.getKey().equals("const") && value.isTextual()) {
                text(value);
            } else if (member.getKey().equals("enum")) {
                value.forEach(this::text);
            } else if (DEPENDING.contains(member.getKey()) && names.size() < MOST) {
                value.fieldNames().forEachRemaining(names::add);
            } else if (member.getKey().equals("patternProperties")) {
                value.fieldNames().forEachRemaining(this::matching);
            }
        }
        node.forEach(this::collect);
    }

    private void text(JsonNode value) {
        if (value.isTextual() && texts.size() < MOST) {
            texts.add(value.textValue());
        }
    }

    private void matching(String regex) {
        String name = PatternNames.beginning(regex);
        if (name != null && names.size() < MOST) {
            names.add(name);
        }
    }

    private void around(int limit) {
        for (int size = limit - 1; size <= limit + 1; size++) {
            if (size >= 0 && size <= LONGEST && sizes.size() < MOST) {
                sizes.add(size);
            }
        }
    }
}
