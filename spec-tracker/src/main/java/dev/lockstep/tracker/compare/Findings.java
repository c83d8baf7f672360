package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the differences of a comparison and judges each by its rule. */
final class Findings {
    final Coverage oldCoverage = new Coverage();
    final Coverage newCoverage = new Coverage();

    /** Both nodes that differ, and the one that a reader should look at. */
    private record Sides(Node before, Node after, Node at) {}

    private final RuleTable rules;
    private final boolean ours;
    private final Map<String, Judged> found = new LinkedHashMap<>();

    Findings(RuleTable rules, boolean ours) {
        this.rules = rules;
        this.ours = ours;
    }

    /** Adds a difference of a subject itself. */
    void add(
            Subject subject,
            String kind,
            Node before,
            Node after,
            boolean present,
            String name,
            @Nullable String oldText,
            @Nullable String newText) {
        Rule rule = rules.find(subject.direction(), subject.area(), kind);
        Node at = present ? after : before;
        add(rule, subject, "", new Sides(before, after, at), name, oldText, newText);
        if (present) {
            newCoverage.whole(after);
        } else {
            oldCoverage.whole(before);
        }
    }

    /** Adds a difference that neither a name nor a value tells more of. */
    void add(Subject subject, String kind, Node before, Node after, boolean present) {
        add(subject, kind, before, after, present, "", null, null);
    }

    /** Adds the differences of two schemas and of all that they lead to.
     *
     * @param seen pairs that were reported before at this subject; those found now are added
     */
    void schemas(Subject subject, SchemaPairs pairs, SchemaPair root, Set<SchemaPair> seen) {
        for (Map.Entry<SchemaPair, String> entry : pairs.reachable(root).entrySet()) {
            SchemaPair pair = entry.getKey();
            if (!seen.add(pair)) {
                continue;
            }
            cover(pair);
            pair.silent.forEach(silent -> pairs.reachable(silent).keySet().forEach(this::cover));
            for (Node node : pair.unseen) {
                (node.document() == pair.before.first().document() ? oldCoverage : newCoverage).whole(node);
            }
            if (pair.stopped) {
                pair.before.parts.forEach(oldCoverage::whole);
                pair.after.parts.forEach(newCoverage::whole);
            }
            for (SchemaDelta delta : pair.deltas) {
                String path = entry.getValue() + delta.path();
                Rule rule = rule(subject, delta, path);
                Node at = delta.present() ? delta.after() : delta.before();
                String where = subject.where(path);
                String name = delta.kind().equals("unclassified") ? delta.name() + " of " + where : delta.name();
                Sides sides = new Sides(delta.before(), delta.after(), at);
                add(rule, subject, path, sides, name, delta.oldText(), delta.newText());
                (delta.present() ? newCoverage : oldCoverage).whole(at);
            }
        }
    }

    private void cover(SchemaPair pair) {
        pair.before.parts.forEach(oldCoverage::object);
        pair.after.parts.forEach(newCoverage::object);
    }

    /** A property of a parameter may have a rule of its own; else it is a property like any other. */
    private Rule rule(Subject subject, SchemaDelta delta, String path) {
        String area = delta.area();
        if (area.isEmpty()) {
            return rules.find(subject.direction(), path.isEmpty() ? subject.area() : "", delta.kind());
        }
        String kind = area + "-" + delta.kind();
        return rules.find(subject.direction(), subject.area(), kind);
    }

    private void add(
            Rule rule,
            Subject subject,
            String path,
            Sides sides,
            String name,
            @Nullable String before,
            @Nullable String after) {
        String where = subject.where(path);
        String message =
                rule.message(Map.of("where", where, "name", name, "before", quoted(before), "after", quoted(after)));
        String fingerprint = fingerprint(
                rule.id(), subject.key(), where, name, before == null ? "" : before, after == null ? "" : after);
        found.putIfAbsent(
                fingerprint,
                new Judged(
                        new Finding(
                                rule.id(),
                                fingerprint,
                                ours ? rule.ours() : rule.wire(),
                                rule.java(),
                                subject.operation(),
                                Place.of(sides.at()),
                                before,
                                after,
                                message,
                                rule.action(),
                                rule.accept(),
                                List.of(),
                                subject.label(),
                                path),
                        rule,
                        sides.before().pointer(),
                        sides.after().pointer()));
    }

    /** A backtick would end the stretch that messages set apart. */
    private static String quoted(@Nullable String text) {
        return text == null ? "" : text.replace('`', '\'');
    }

    /** All findings with their rules, in the order of the walk. */
    List<Judged> judged() {
        return List.copyOf(found.values());
    }

    /** Worst first, then by operation, place and rule. */
    static List<Finding> sorted(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing(Finding::wire, Comparator.reverseOrder())
                .thenComparing(Finding::java, Comparator.reverseOrder())
                .thenComparing(Finding::operation)
                .thenComparing(finding -> finding.at().line())
                .thenComparing(Finding::id)
                .thenComparing(Finding::fingerprint));
        return sorted;
    }

    static String fingerprint(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
