package dev.lockstep.tracker.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules, as {@code rules.txt} beside this class lists them. */
public final class RuleTable {
    private static final Pattern COLUMN = Pattern.compile(" \\| ");
    private static final RuleTable STANDARD = load();

    /** Words of an id that name opposite changes. A word that stands for itself is its own opposite. */
    private static final List<Map.Entry<String, String>> OPPOSITES = List.of(
            Map.entry("tightened", "relaxed"),
            Map.entry("narrowed", "widened"),
            Map.entry("became-required", "became-optional"),
            Map.entry("became-nullable", "became-not-nullable"),
            Map.entry("became-enum", "enum-dropped"),
            Map.entry("became-union", "became-single"),
            Map.entry("one-of-became-any-of", "any-of-became-one-of"),
            Map.entry("nothing-accepted", "something-accepted"),
            Map.entry("properties-typed", "properties-untyped"),
            Map.entry("deprecated", "reactivated"),
            Map.entry("added", "removed"),
            Map.entry("changed", "changed"),
            Map.entry("moved", "moved"),
            Map.entry("renamed", "renamed"),
            Map.entry("swapped", "swapped"));

    private final Map<String, Rule> byId;

    private RuleTable(Map<String, Rule> byId) {
        this.byId = byId;
    }

    /** The table that ships with the tracker. */
    public static RuleTable standard() {
        return STANDARD;
    }

    /** All rules in the order of the table. */
    public List<Rule> rules() {
        return List.copyOf(byId.values());
    }

    /** The rule of the opposite change: what tells A to B by this rule tells B to A by that one. Empty where the way back is
     * not one rule's. */
    public Optional<Rule> mirror(Rule rule) {
        for (Map.Entry<String, String> pair : OPPOSITES) {
            for (Map.Entry<String, String> each : List.of(pair, Map.entry(pair.getValue(), pair.getKey()))) {
                if (rule.id().endsWith(each.getKey())) {
                    String start = rule.id()
                            .substring(0, rule.id().length() - each.getKey().length());
                    return Optional.ofNullable(byId.get(start + each.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    /** The first rule that speaks of this: direction, area and kind; direction and kind; kind alone. An area in two words,
     * "required-parameter", is also what its last word says.
     *
     * @param area of the thing that changed, or "" where the rules know no such areas
     * @throws IllegalStateException if the table has no such row, which is a fault of the comparison
     */
    Rule find(Direction direction, String area, String kind) {
        String prefix = direction == Direction.ANY ? "" : direction.text() + "-";
        String wider = area.substring(area.lastIndexOf('-') + 1);
        List<String> ids = area.isEmpty()
                ? List.of(prefix + kind, kind)
                : List.of(prefix + area + "-" + kind, prefix + wider + "-" + kind, prefix + kind, kind);
        for (String id : ids) {
            Rule rule = byId.get(id);
            if (rule != null) {
                return rule;
            }
        }
        throw new IllegalStateException("rules.txt has no row for " + direction.text() + " " + area + " " + kind);
    }

    private static RuleTable load() {
        InputStream stream = RuleTable.class.getResourceAsStream("rules.txt");
        if (stream == null) {
            throw new IllegalStateException("rules.txt is missing from the jar");
        }
        Map<String, Rule> byId = new LinkedHashMap<>();
        String area = "";
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                if (line.startsWith("## ")) {
                    area = line.substring(3);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    Rule rule = parse(line, area);
                    if (byId.put(rule.id(), rule) != null) {
                        throw new IllegalStateException("rules.txt has two rows for " + rule.id());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RuleTable(byId);
    }

    private static Rule parse(String line, String area) {
        List<String> columns = new ArrayList<>(List.of(COLUMN.split(line, -1)));
        if (columns.size() != 6) {
            throw new IllegalStateException("rules.txt: not six columns: " + line);
        }
        String[] wire = columns.get(2).split(", ours ", -1);
        return new Rule(
                columns.get(0),
                area,
                columns.get(1),
                Wire.of(wire[0]),
                Wire.of(wire[wire.length - 1]),
                JavaImpact.of(columns.get(3).replace("!", "")),
                columns.get(3).endsWith("!"),
                columns.get(4),
                columns.get(5));
    }
}
