package dev.lockstep.tracker.compare;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what tells the alternatives of a pair apart. */
final class DiscriminatorComparison {
    private final SchemaPairs pairs;

    DiscriminatorComparison(SchemaPairs pairs) {
        this.pairs = pairs;
    }

    /** Whether the discriminators name two alternatives by the same value. */
    static boolean sameValue(SchemaPair pair, SchemaSource before, SchemaSource after) {
        SpecNode was = pair.before.keywords.get("discriminator");
        SpecNode now = pair.after.keywords.get("discriminator");
        if (was == null || now == null) {
            return false;
        }
        String value = valueOf(was.get("mapping"), before);
        return !value.isEmpty() && value.equals(valueOf(now.get("mapping"), after));
    }

    private static String valueOf(SpecNode mapping, SchemaSource variant) {
        String pointer = variant.first().resolved().pointer();
        for (String name : mapping.keys()) {
            if (target(mapping, mapping.text(name, "")).pointer().equals(pointer)) {
                return name;
            }
        }
        return "";
    }

    /** Adds the differences; {@code same} pairs the pointers of the alternatives that both sides have. */
    void compare(SchemaPair pair, Map<String, String> same) {
        SpecNode before = pair.before.keywords.get("discriminator");
        SpecNode after = pair.after.keywords.get("discriminator");
        if (before == null && after == null) {
            return;
        }
        String was = property(before);
        String now = property(after);
        if (before == null || after == null || !was.equals(now)) {
            pair.deltas.add(new SchemaDelta(
                    "discriminator-" + Texts.change(before, after),
                    "",
                    "",
                    pair.before.place("discriminator"),
                    pair.after.place("discriminator"),
                    after != null,
                    "",
                    before == null ? null : was,
                    after == null ? null : now));
            return;
        }
        SpecNode oldMapping = before.get("mapping");
        SpecNode newMapping = after.get("mapping");
        SortedSet<String> names = new TreeSet<>(oldMapping.keys());
        names.addAll(newMapping.keys());
        for (String name : names) {
            mapping(pair, name, oldMapping, newMapping, same);
        }
    }

    private static String property(@Nullable SpecNode discriminator) {
        return discriminator == null ? "" : discriminator.text("propertyName", "");
    }

    private void mapping(SchemaPair pair, String name, SpecNode before, SpecNode after, Map<String, String> same) {
        String was = before.text(name, "");
        String now = after.text(name, "");
        if (was.equals(now)
                || (was.isEmpty()
                        ? last(now).equals(name)
                        : now.isEmpty() && last(was).equals(name))) {
            return;
        }
        SpecNode oldTarget = target(before, was);
        SpecNode newTarget = target(after, now);
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

    private boolean sameTarget(SchemaPair pair, SpecNode before, SpecNode after, Map<String, String> same) {
        return after.pointer().equals(same.get(before.pointer()))
                || (before.exists()
                        && after.exists()
                        && pairs.equal(SchemaSource.of(before), SchemaSource.of(after), pair.direction));
    }

    private static SpecNode target(SpecNode mapping, String reference) {
        String pointer = reference.startsWith("#/") ? reference : "#/components/schemas/" + reference;
        return new SpecNode(mapping.document(), pointer, mapping.document().at(pointer));
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
