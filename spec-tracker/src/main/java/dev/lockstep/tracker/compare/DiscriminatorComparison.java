package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Node;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares what tells the alternatives of a pair apart. */
final class DiscriminatorComparison {
    private final SchemaPairs pairs;

    DiscriminatorComparison(SchemaPairs pairs) {
        this.pairs = pairs;
    }

    /** Whether the discriminators tell two alternatives apart from the others by the same value. */
    boolean sameValue(SchemaPair pair, SchemaSource before, SchemaSource after) {
        Node was = pair.before.keywords.get("discriminator");
        Node now = pair.after.keywords.get("discriminator");
        if (was == null || now == null) {
            return false;
        }
        String value = valueOf(was, before, pairs::before);
        return !value.isEmpty() && value.equals(valueOf(now, after, pairs::after));
    }

    /** The one value that the alternative's own property takes, else the name that the mapping gives it. */
    private static String valueOf(Node discriminator, SchemaSource variant, Function<SchemaSource, Schema> normalized) {
        Set<String> values = values(discriminator, variant, normalized);
        if (values.size() == 1) {
            return values.iterator().next();
        }
        Node mapping = discriminator.get("mapping");
        String pointer = variant.first().resolved().pointer();
        for (String name : mapping.keys()) {
            if (target(mapping, mapping.text(name, "")).pointer().equals(pointer)) {
                return name;
            }
        }
        return "";
    }

    /** The values that an alternative allows for the property that tells it apart; empty where it allows any. */
    private static Set<String> values(
            Node discriminator, SchemaSource variant, Function<SchemaSource, Schema> normalized) {
        SchemaSource property = normalized.apply(variant).properties.get(discriminator.text("propertyName", ""));
        Map<String, JsonNode> allowed = property == null ? null : normalized.apply(property).values;
        Set<String> values = new TreeSet<>();
        if (allowed != null) {
            allowed.values().forEach(value -> values.add(value.asText()));
        }
        return values;
    }

    /**
     * What a name of the mapping stands for; empty where it is never on the wire, because the schema that it names allows
     * other values for the property only: a value must fit the schema that its discriminator chooses.
     */
    private static String named(Node discriminator, String name, Function<SchemaSource, Schema> normalized) {
        Node mapping = discriminator.get("mapping");
        String reference = mapping.text(name, "");
        Node target = reference.isEmpty() ? mapping : target(mapping, reference);
        if (reference.isEmpty() || !target.exists()) {
            return reference;
        }
        Set<String> values = values(discriminator, SchemaSource.of(target), normalized);
        return values.isEmpty() || values.contains(name) ? reference : "";
    }

    /** Adds the differences; {@code same} pairs the pointers of the alternatives that both sides have. */
    void compare(SchemaPair pair, Map<String, String> same) {
        Node before = pair.before.keywords.get("discriminator");
        Node after = pair.after.keywords.get("discriminator");
        if (before == null && after == null) {
            return;
        }
        String was = property(before);
        String now = property(after);
        if (before == null || after == null || !was.equals(now)) {
            String kind = "discriminator-" + Wording.change(before, after);
            String oldText = before == null ? null : was;
            pair.add(kind, "discriminator", after != null, "", oldText, after == null ? null : now);
            return;
        }
        Node oldMapping = before.get("mapping");
        Node newMapping = after.get("mapping");
        SortedSet<String> names = new TreeSet<>(oldMapping.keys());
        names.addAll(newMapping.keys());
        for (String name : names) {
            mapping(pair, name, before, after, same);
        }
    }

    private static String property(@Nullable Node discriminator) {
        return discriminator == null ? "" : discriminator.text("propertyName", "");
    }

    private void mapping(SchemaPair pair, String name, Node oldOne, Node newOne, Map<String, String> same) {
        Node before = oldOne.get("mapping");
        Node after = newOne.get("mapping");
        String was = named(oldOne, name, pairs::before);
        String now = named(newOne, name, pairs::after);
        if (was.equals(now)
                || (was.isEmpty()
                        ? last(now).equals(name)
                        : now.isEmpty() && last(was).equals(name))) {
            return;
        }
        Node oldTarget = target(before, was);
        Node newTarget = target(after, now);
        // An alternative that came or went is told as such, with all that names it.
        boolean united = pair.before.isUnion();
        if (was.isEmpty()
                ? united && !same.containsValue(newTarget.pointer())
                : now.isEmpty() && united && !same.containsKey(oldTarget.pointer())) {
            return;
        }
        if (!was.isEmpty() && !now.isEmpty() && sameTarget(pair, oldTarget, newTarget, same)) {
            return;
        }
        String change = was.isEmpty() ? "added" : now.isEmpty() ? "removed" : "changed";
        pair.deltas.add(new SchemaDelta(
                "discriminator-mapping-" + change,
                "",
                "",
                was.isEmpty() ? before : before.get(name),
                now.isEmpty() ? after : after.get(name),
                !now.isEmpty(),
                name,
                was.isEmpty() ? null : change.equals("changed") ? last(was) : name,
                now.isEmpty() ? null : change.equals("changed") ? last(now) : name));
    }

    private boolean sameTarget(SchemaPair pair, Node before, Node after, Map<String, String> same) {
        return after.pointer().equals(same.get(before.pointer()))
                || (before.exists()
                        && after.exists()
                        && pairs.equal(SchemaSource.of(before), SchemaSource.of(after), pair.direction));
    }

    private static Node target(Node mapping, String reference) {
        String pointer = reference.startsWith("#/") ? reference : "#/components/schemas/" + reference;
        return Node.at(mapping.document(), pointer);
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
