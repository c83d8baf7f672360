package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.MediaType;
import dev.lockstep.openapi.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares bodies: their presence, media types, schemas and encodings. */
final class BodyComparison {
    private static final Set<String> BODY_KEYS = Set.of("content", "required");
    private static final Set<String> MEDIA_KEYS = Set.of("schema", "encoding");

    private final Findings findings;
    private final SchemaPairs pairs;

    BodyComparison(Findings findings, SchemaPairs pairs) {
        this.findings = findings;
        this.pairs = pairs;
    }

    /** Media types without their parameters and in small letters, each with its object. */
    static Map<String, Node> content(Node content) {
        Map<String, Node> byType = new LinkedHashMap<>();
        for (String key : content.keys()) {
            byType.putIfAbsent(MediaType.base(key), content.get(key));
        }
        return byType;
    }

    void request(Subject operation, Node oldOperation, Node newOperation) {
        Node oldWritten = oldOperation.get("requestBody");
        Node newWritten = newOperation.get("requestBody");
        findings.oldCoverage.object(oldWritten, BODY_KEYS);
        findings.newCoverage.object(newWritten, BODY_KEYS);
        Node before = oldWritten.resolved();
        Node after = newWritten.resolved();
        Subject subject = operation.of("body", "the request body", Direction.REQUEST);
        boolean was = before.value().isObject();
        boolean is = after.value().isObject();
        if (!was && !is) {
            return;
        }
        if (!was) {
            String kind = after.flag("required") ? "added-required" : "added-optional";
            findings.add(subject, kind, oldOperation, newWritten, true);
            return;
        }
        if (!is) {
            findings.add(subject, "removed", oldWritten, newOperation, false);
            return;
        }
        if (before.flag("required") != after.flag("required")) {
            findings.add(
                    subject,
                    after.flag("required") ? "became-required" : "became-optional",
                    before.nearest("required"),
                    after.nearest("required"),
                    true);
        }
        media(subject, before.get("content"), after.get("content"), new HashSet<>());
    }

    /** Compares two content maps; {@code seen} are the schema pairs that the subject has already reported. */
    void media(Subject subject, Node before, Node after, Set<SchemaPair> seen) {
        Map<String, Node> left = content(before);
        Map<String, Node> come = content(after);
        left.values().forEach(media -> findings.oldCoverage.object(media, MEDIA_KEYS));
        come.values().forEach(media -> findings.newCoverage.object(media, MEDIA_KEYS));
        Subject plain = subject.of("", subject.label(), subject.direction());
        Set<String> paired = new HashSet<>();
        for (Map.Entry<String, Node> entry : left.entrySet()) {
            String type = entry.getKey();
            String kept = kept(type, come, subject.direction());
            Node was = entry.getValue();
            Node now = kept == null ? null : come.get(kept);
            if (kept == null || now == null) {
                findings.add(plain, "media-type-removed", was, after, false, type, type, null);
                continue;
            }
            paired.add(kept);
            String label = left.size() > 1 && come.size() > 1 ? subject.label() + " (" + type + ")" : subject.label();
            one(subject.of(subject.area(), label, subject.direction()), type, was, now, seen);
        }
        for (Map.Entry<String, Node> entry : come.entrySet()) {
            String type = entry.getKey();
            if (!left.containsKey(type) && !paired.contains(type)) {
                findings.add(plain, "media-type-added", before, entry.getValue(), true, type, null, type);
            }
        }
    }

    /** The key of {@code content} that a body of this type goes on under, or null where none does. What the client sends
     * must fit the new type; of what it receives, the new must fit the old. */
    private static @Nullable String kept(String type, Map<String, Node> content, Direction direction) {
        if (content.containsKey(type)) {
            return type;
        }
        for (String candidate : content.keySet()) {
            if (direction == Direction.REQUEST ? MediaType.isA(type, candidate) : MediaType.isA(candidate, type)) {
                return candidate;
            }
        }
        return null;
    }

    private void one(Subject subject, String type, Node before, Node after, Set<SchemaPair> seen) {
        Node oldSchema = before.get("schema");
        Node newSchema = after.get("schema");
        boolean text = oldSchema.exists()
                && newSchema.exists()
                && isText(pairs.before(SchemaSource.of(oldSchema)))
                && isText(pairs.after(SchemaSource.of(newSchema)));
        boolean was = oldSchema.exists()
                && (text || MediaType.isTyped(type) || !isText(pairs.before(SchemaSource.of(oldSchema))));
        boolean is = newSchema.exists()
                && (text || MediaType.isTyped(type) || !isText(pairs.after(SchemaSource.of(newSchema))));
        if (was && is) {
            SchemaPair pair = pairs.pair(SchemaSource.of(oldSchema), SchemaSource.of(newSchema), subject.direction());
            findings.schemas(subject, pairs, pair, seen);
        } else if (was != is) {
            String kind = was ? "body-schema-removed" : "body-schema-added";
            Subject plain = subject.of("", subject.label(), subject.direction());
            findings.add(
                    plain, kind, oldSchema.exists() ? oldSchema : before, newSchema.exists() ? newSchema : after, is);
            findings.oldCoverage.whole(oldSchema);
            findings.newCoverage.whole(newSchema);
        }
        encoding(subject, before.get("encoding"), after.get("encoding"));
    }

    /** Whether a schema says of a body that carries no JSON types no more than that it is one: any XML, any CSV. */
    private static boolean isText(Schema schema) {
        return schema.types.equals(Set.of("string")) && schema.values == null;
    }

    private void encoding(Subject subject, Node before, Node after) {
        Set<String> names = new TreeSet<>(before.keys());
        names.addAll(after.keys());
        for (String name : names) {
            JsonNode was = Expansion.of(before.get(name));
            JsonNode now = Expansion.of(after.get(name));
            if (!was.equals(now)) {
                Subject plain = subject.of("", subject.label(), subject.direction());
                boolean present = after.has(name);
                String oldText = before.has(name) ? Wording.compact(was) : "none";
                String newText = present ? Wording.compact(now) : "none";
                findings.add(
                        plain, "encoding-changed", before.get(name), after.get(name), present, name, oldText, newText);
            }
        }
    }
}
