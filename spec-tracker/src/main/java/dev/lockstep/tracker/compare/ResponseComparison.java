package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what an operation answers: statuses, headers and bodies. */
final class ResponseComparison {
    private static final Set<String> KEYS = Set.of("headers", "content", "links");
    private static final Set<String> HEADER_KEYS =
            Set.of("required", "deprecated", "schema", "content", "style", "explode");

    private final Findings findings;
    private final SchemaPairs pairs;
    private final BodyComparison bodies;

    ResponseComparison(Findings findings, SchemaPairs pairs, BodyComparison bodies) {
        this.findings = findings;
        this.pairs = pairs;
        this.bodies = bodies;
    }

    void compare(Subject operation, Node before, Node after) {
        Map<String, Node> left = statuses(before, findings.oldCoverage);
        Map<String, Node> come = statuses(after, findings.newCoverage);
        Map<Boolean, Set<SchemaPair>> seen = new HashMap<>();
        Set<String> paired = new HashSet<>();
        for (Map.Entry<String, Node> entry : left.entrySet()) {
            String status = entry.getKey();
            String kept = kept(status, left.keySet(), come.keySet());
            Node now = kept == null ? null : come.get(kept);
            boolean success = success(status, left.keySet());
            if (kept == null || now == null) {
                findings.add(
                        subject(operation, status),
                        isSuccess(status) ? "success-status-removed" : "error-status-removed",
                        entry.getValue(),
                        after,
                        false,
                        status,
                        status,
                        null);
            } else {
                paired.add(kept);
                kept(operation, status, entry.getValue(), now, seen.computeIfAbsent(success, key -> new HashSet<>()));
            }
        }
        for (Map.Entry<String, Node> entry : come.entrySet()) {
            String status = entry.getKey();
            if (!left.containsKey(status) && !paired.contains(status)) {
                String kind = isSuccess(status) ? "success-status-added" : "error-status-added";
                findings.add(subject(operation, status), kind, before, entry.getValue(), true, status, null, status);
            }
        }
    }

    /**
     * The new status under which what an old one documents goes on: itself; 2XX for 201; a 201 for 2XX; and the default
     * response where it is the one that documents success.
     */
    private static @Nullable String kept(String status, Set<String> left, Set<String> come) {
        if (come.contains(status)) {
            return status;
        }
        String range = status.charAt(0) + "XX";
        if (come.contains(range)) {
            return range;
        }
        boolean success = success(status, left);
        boolean byDefault = status.equals("default");
        for (String candidate : come) {
            boolean narrower = status.equals(range) && candidate.charAt(0) == status.charAt(0);
            boolean sole = success && (byDefault || candidate.equals("default")) && success(candidate, come);
            if (!left.contains(candidate) && (narrower || sole)) {
                return candidate;
            }
        }
        return null;
    }

    private static Subject subject(Subject operation, String status) {
        String label = status.equals("default") ? "the default response" : "the " + status + " response";
        return operation.of("", label, Direction.RESPONSE);
    }

    private static Map<String, Node> statuses(Node responses, Coverage coverage) {
        Map<String, Node> statuses = new LinkedHashMap<>();
        for (String key : responses.keys()) {
            if (!Keywords.isExtension(key)) {
                statuses.put(key.toUpperCase(Locale.ROOT).replace("DEFAULT", "default"), responses.get(key));
                coverage.object(responses.get(key), KEYS);
            }
        }
        return statuses;
    }

    /** Whether a call with this status returns instead of throwing; default does where no status of its own succeeds. */
    private static boolean success(String status, Set<String> documented) {
        return isSuccess(status)
                || (status.equals("default") && documented.stream().noneMatch(ResponseComparison::isSuccess));
    }

    private static boolean isSuccess(String status) {
        return status.matches("2[0-9X][0-9X]");
    }

    private void kept(Subject operation, String status, Node oldWritten, Node newWritten, Set<SchemaPair> seen) {
        Subject subject = subject(operation, status);
        Node before = oldWritten.resolved();
        Node after = newWritten.resolved();
        headers(subject, before, after);
        Node oldContent = before.get("content");
        Node newContent = after.get("content");
        boolean was = oldContent.value().size() > 0;
        boolean is = newContent.value().size() > 0;
        if (was && is) {
            bodies.media(subject, oldContent, newContent, seen);
        } else if (was) {
            findings.add(subject, "body-removed", oldContent, after, false);
        } else if (is) {
            findings.add(subject, "body-added", before, newContent, true);
        }
        if (!Expansion.of(before.get("links")).equals(Expansion.of(after.get("links")))) {
            findings.add(
                    subject.of("", subject.label(), Direction.ANY),
                    "links-changed",
                    before.get("links"),
                    after.get("links"),
                    after.has("links"));
        }
        findings.oldCoverage.whole(before.get("links"));
        findings.newCoverage.whole(after.get("links"));
    }

    private void headers(Subject response, Node before, Node after) {
        Map<String, Node> left = headers(before.get("headers"), findings.oldCoverage);
        Map<String, Node> come = headers(after.get("headers"), findings.newCoverage);
        for (Map.Entry<String, Node> entry : left.entrySet()) {
            Node was = entry.getValue().resolved();
            Node written = come.remove(entry.getKey());
            Subject subject = header(response, entry.getValue());
            if (written == null) {
                String kind = was.flag("required") ? "required-removed" : "optional-removed";
                findings.add(subject, kind, entry.getValue(), after, false);
            } else {
                header(subject, was, written.resolved());
            }
        }
        for (Node written : come.values()) {
            findings.add(header(response, written), "added", before, written, true);
        }
    }

    private static Subject header(Subject response, Node written) {
        String pointer = written.pointer();
        String name = Pointer.unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
        return response.of("header", "header " + Wording.code(name) + " of " + response.label(), Direction.RESPONSE);
    }

    private static Map<String, Node> headers(Node headers, Coverage coverage) {
        Map<String, Node> byName = new LinkedHashMap<>();
        for (String name : headers.keys()) {
            coverage.object(headers.get(name), HEADER_KEYS);
            if (!name.equalsIgnoreCase("content-type")) {
                byName.put(name.toLowerCase(Locale.ROOT), headers.get(name));
            }
        }
        return byName;
    }

    private void header(Subject subject, Node before, Node after) {
        if (before.flag("required") != after.flag("required")) {
            String kind = after.flag("required") ? "became-required" : "became-optional";
            findings.add(subject, kind, before, after, true);
        }
        if (before.flag("deprecated") != after.flag("deprecated")) {
            String kind = after.flag("deprecated") ? "deprecated" : "reactivated";
            findings.add(subject, kind, before, after, true);
        }
        if (before.flag("explode") != after.flag("explode")) {
            String was = String.valueOf(before.flag("explode"));
            String now = String.valueOf(after.flag("explode"));
            findings.add(subject, "style-changed", before, after, true, "explode", was, now);
        }
        if (before.has("schema") && after.has("schema")) {
            SchemaPair pair = pairs.pair(
                    SchemaSource.of(before.get("schema")), SchemaSource.of(after.get("schema")), Direction.RESPONSE);
            findings.schemas(subject, pairs, pair, new HashSet<>());
        } else if (before.has("content") && after.has("content")) {
            bodies.media(subject, before.get("content"), after.get("content"), new HashSet<>());
        } else if (before.has("schema") || after.has("schema")) {
            findings.add(
                    subject.of("", subject.label(), Direction.RESPONSE),
                    after.has("schema") ? "body-schema-added" : "body-schema-removed",
                    before,
                    after,
                    true);
        }
    }
}
