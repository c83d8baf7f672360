package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
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
    static Map<String, SpecNode> content(SpecNode content) {
        Map<String, SpecNode> byType = new LinkedHashMap<>();
        for (String key : content.keys()) {
            String type = key.contains(";") ? key.substring(0, key.indexOf(';')) : key;
            byType.putIfAbsent(type.strip().toLowerCase(Locale.ROOT), content.get(key));
        }
        return byType;
    }

    void request(Subject operation, SpecNode oldOperation, SpecNode newOperation) {
        SpecNode oldWritten = oldOperation.get("requestBody");
        SpecNode newWritten = newOperation.get("requestBody");
        findings.oldCoverage.object(oldWritten, BODY_KEYS);
        findings.newCoverage.object(newWritten, BODY_KEYS);
        SpecNode before = oldWritten.resolved();
        SpecNode after = newWritten.resolved();
        Subject subject = operation.of("body", "the request body", Direction.REQUEST);
        boolean was = before.value().isObject();
        boolean is = after.value().isObject();
        if (!was && !is) {
            return;
        }
        if (!was) {
            String kind = after.flag("required") ? "added-required" : "added-optional";
            findings.add(subject, kind, oldOperation, newWritten, true, "", null, null);
            return;
        }
        if (!is) {
            findings.add(subject, "removed", oldWritten, newOperation, false, "", null, null);
            return;
        }
        if (before.flag("required") != after.flag("required")) {
            findings.add(
                    subject,
                    after.flag("required") ? "became-required" : "became-optional",
                    before.has("required") ? before.get("required") : before,
                    after.has("required") ? after.get("required") : after,
                    true,
                    "",
                    null,
                    null);
        }
        media(subject, before.get("content"), after.get("content"), new HashSet<>());
    }

    /** Compares two content maps; {@code seen} are the schema pairs that the subject has already reported. */
    void media(Subject subject, SpecNode before, SpecNode after, Set<SchemaPair> seen) {
        Map<String, SpecNode> left = content(before);
        Map<String, SpecNode> come = content(after);
        left.values().forEach(media -> findings.oldCoverage.object(media, MEDIA_KEYS));
        come.values().forEach(media -> findings.newCoverage.object(media, MEDIA_KEYS));
        Subject plain = subject.of("", subject.label(), subject.direction());
        for (String type : new ArrayList<>(left.keySet())) {
            SpecNode now = come.containsKey(type) ? come.get(type) : wildcard(type, come);
            SpecNode was = left.get(type);
            if (was == null) {
                continue;
            }
            if (now == null) {
                findings.add(plain, "media-type-removed", was, after, false, type, type, null);
                continue;
            }
            String label = left.size() > 1 && come.size() > 1 ? subject.label() + " (" + type + ")" : subject.label();
            one(subject.of(subject.area(), label, subject.direction()), was, now, seen);
        }
        for (Map.Entry<String, SpecNode> entry : come.entrySet()) {
            String type = entry.getKey();
            if (!left.containsKey(type)) {
                findings.add(plain, "media-type-added", before, entry.getValue(), true, type, null, type);
            }
        }
    }

    private static @Nullable SpecNode wildcard(String type, Map<String, SpecNode> content) {
        int slash = type.indexOf('/');
        SpecNode range = slash < 0 ? null : content.get(type.substring(0, slash) + "/*");
        return range != null ? range : content.get("*/*");
    }

    private void one(Subject subject, SpecNode before, SpecNode after, Set<SchemaPair> seen) {
        SpecNode oldSchema = before.get("schema");
        SpecNode newSchema = after.get("schema");
        if (oldSchema.exists() && newSchema.exists()) {
            SchemaPair pair = pairs.pair(SchemaSource.of(oldSchema), SchemaSource.of(newSchema), subject.direction());
            findings.schemas(subject, pairs, pair, seen);
        } else if (oldSchema.exists() != newSchema.exists()) {
            String kind = oldSchema.exists() ? "body-schema-removed" : "body-schema-added";
            Subject plain = subject.of("", subject.label(), subject.direction());
            findings.add(plain, kind, oldSchema, newSchema, newSchema.exists(), "", null, null);
        }
        encoding(subject, before.get("encoding"), after.get("encoding"));
    }

    private void encoding(Subject subject, SpecNode before, SpecNode after) {
        Set<String> names = new TreeSet<>(before.keys());
        names.addAll(after.keys());
        for (String name : names) {
            JsonNode was = Expansion.of(before.get(name));
            JsonNode now = Expansion.of(after.get(name));
            if (!was.equals(now)) {
                Subject plain = subject.of("", subject.label(), subject.direction());
                findings.add(
                        plain,
                        "encoding-changed",
                        before.get(name),
                        after.get(name),
                        after.has(name),
                        name,
                        before.has(name) ? Texts.compact(was) : "none",
                        after.has(name) ? Texts.compact(now) : "none");
            }
        }
    }
}
