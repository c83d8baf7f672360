package dev.lockstep.tracker.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns drift of one vendor into a proposed overlay of the OpenAPI Overlay Specification 1.0: one action for each place of the
 * spec, its evidence in {@code x-lockstep-evidence}. Where the events alone do not say what is right, the action only notes the
 * evidence, and its description says what a person is to decide.
 */
public final class DriftOverlay {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String EVIDENCE = "x-lockstep-evidence";

    /**
     * A proposal.
     *
     * @param overlay with at least one action; null if nothing is proposed
     * @param unplaced events that no place of the spec fits, each with the reason
     */
    public record Proposal(@Nullable ObjectNode overlay, List<String> unplaced) {}

    /** What is found at one place, whatever operations and statuses showed it. */
    private static final class Finding {
        final String target;
        final DriftKind kind;
        final String name;
        final TreeSet<String> where = new TreeSet<>();
        String date = "";
        long count;

        Finding(String target, DriftKind kind, String name) {
            this.target = target;
            this.kind = kind;
            this.name = name;
        }
    }

    private final SpecDocument spec;
    private final SchemaPath schemas;
    private final Lock lock;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final List<String> unplaced = new ArrayList<>();

    private DriftOverlay(SpecDocument spec, Lock lock) {
        this.spec = spec;
        this.schemas = new SchemaPath(spec);
        this.lock = lock;
    }

    /**
     * Proposes an overlay.
     *
     * @param spec the vendor's locked spec
     * @param lock names its operations
     */
    public static Proposal propose(DriftLog log, SpecDocument spec, Lock lock) {
        DriftOverlay overlay = new DriftOverlay(spec, lock);
        log.events(lock.vendor()).forEach(overlay::add);
        return new Proposal(overlay.findings.isEmpty() ? null : overlay.json(), List.copyOf(overlay.unplaced));
    }

    private void add(DriftLine event, Seen seen) {
        String key = lock.operations().stream()
                .filter(each -> event.operation().equals(lock.names().get(each)))
                .findFirst()
                .orElse(null);
        if (key == null) {
            unplaced.add(event + ": the locked client has no operation " + event.operation());
            return;
        }
        String operation = operation(key);
        String target = target(event, operation);
        if (target == null) {
            unplaced.add(event + ": the locked spec has no such place");
            return;
        }
        // Both announce one end, and both are one change of the operation.
        DriftKind kind = event.kind() == DriftKind.SUNSET ? DriftKind.DEPRECATION : event.kind();
        String name = kind == DriftKind.UNDOCUMENTED_STATUS ? Integer.toString(event.status()) : event.name();
        Finding finding = findings.computeIfAbsent(
                target + "\n" + kind + "\n" + (kind == DriftKind.DEPRECATION ? "" : name),
                each -> new Finding(target, kind, name));
        finding.count =
                finding.count > Long.MAX_VALUE - seen.atLeast() ? Long.MAX_VALUE : finding.count + seen.atLeast();
        finding.where.add(event.status() + " of " + key);
        String date = seen.date();
        boolean earlier = finding.date.isEmpty() || date.compareTo(finding.date) < 0;
        if (event.kind() == DriftKind.SUNSET && !date.isEmpty() && earlier) {
            finding.date = date;
        }
    }

    private static String operation(String key) {
        int space = key.indexOf(' ');
        return Pointer.of(
                "paths", key.substring(space + 1), key.substring(0, space).toLowerCase(Locale.ROOT));
    }

    private @Nullable String target(DriftLine event, String operation) {
        switch (event.kind()) {
            case DEPRECATION, SUNSET -> {
                return operation;
            }
            case UNDOCUMENTED_STATUS -> {
                return Pointer.child(operation, "responses");
            }
            default -> {
                String response = schemas.response(operation, event.status());
                String body = response == null ? null : schemas.body(response);
                if (event.kind() == DriftKind.UNDECODABLE_ERROR_BODY) {
                    return body == null ? response : schemas.at(body, "");
                }
                return body == null ? null : schemas.at(body, owner(event));
            }
        }
    }

    /** The path of the object that has the property, or of the value itself, without its {@code $}. */
    private static String owner(DriftLine event) {
        String path = event.path().substring(1);
        String last = "." + event.name();
        return !event.name().isEmpty() && path.endsWith(last) ? path.substring(0, path.length() - last.length()) : path;
    }

    private ObjectNode json() {
        ObjectNode root = JSON.objectNode();
        root.put("overlay", "1.0.0");
        root.putObject("info")
                .put("title", "What calls in production showed of " + lock.vendor())
                .put("version", "1.0.0");
        ArrayNode actions = root.putArray("actions");
        for (Finding finding : findings.values()) {
            ObjectNode action = actions.addObject();
            action.put("target", jsonPath(finding.target));
            action.put("description", description(finding));
            action.set("update", update(finding));
        }
        return root;
    }

    private static String description(Finding finding) {
        String name = finding.name;
        return switch (finding.kind) {
            case UNKNOWN_PROPERTY -> "Answers have the property " + name + ". Add its schema.";
            case UNKNOWN_ENUM_VALUE ->
                "Answers have a value that the enum lacks. Append the one that the vendor names.";
            case MISSING_PROPERTY -> "Answers lack " + name + ". Take it out of required.";
            case NULL_PROPERTY -> "Answers have null as " + name + ". Make it nullable.";
            case MISTYPED_PROPERTY -> "Answers have another type as " + name + ". Correct its schema.";
            case UNDECODABLE_UNION -> "Answers fit none of the variants. Add the one that the vendor names.";
            case UNDOCUMENTED_STATUS -> "Answers have the status " + name + ". Add its body, if the vendor names one.";
            case UNDECODABLE_ERROR_BODY -> "Answers do not have this body. Correct it.";
            default ->
                "The vendor announces the end of the operation"
                        + (finding.date.isEmpty() ? "." : " for " + finding.date + ".");
        };
    }

    private ObjectNode update(Finding finding) {
        ObjectNode update = JSON.objectNode();
        String evidence = evidence(finding);
        switch (finding.kind) {
            case UNKNOWN_PROPERTY, MISSING_PROPERTY, NULL_PROPERTY, MISTYPED_PROPERTY ->
                update.putObject("properties").putObject(finding.name).put(EVIDENCE, evidence);
            case UNKNOWN_ENUM_VALUE -> {
                update.putArray("enum");
                update.put(EVIDENCE, evidence);
            }
            case UNDOCUMENTED_STATUS ->
                update.putObject(finding.name)
                        .put("description", "Not documented by the vendor.")
                        .put(EVIDENCE, evidence);
            case DEPRECATION, SUNSET -> {
                update.put("deprecated", true);
                JsonNode earlier = spec.at(finding.target).path(EVIDENCE);
                update.put(EVIDENCE, earlier.isTextual() ? earlier.textValue() + " " + evidence : evidence);
            }
            default -> update.put(EVIDENCE, evidence);
        }
        return update;
    }

    private static String evidence(Finding finding) {
        return "Seen in production at least " + finding.count + (finding.count == 1 ? " time" : " times") + ", in "
                + String.join(", ", finding.where) + ".";
    }

    /** {@code $.paths['/v2/things'].get}. */
    static String jsonPath(String pointer) {
        StringBuilder path = new StringBuilder("$");
        for (String token : Pointer.tokens(pointer)) {
            if (token.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                path.append('.').append(token);
            } else if (token.matches("0|[1-9][0-9]*") && isIndex(path)) {
                path.append('[').append(token).append(']');
            } else {
                path.append("['")
                        .append(token.replace("\\", "\\\\").replace("'", "\\'"))
                        .append("']");
            }
        }
        return path.toString();
    }

    /** Numbers below these keywords are places in a list; elsewhere, as below {@code responses}, they are names. */
    private static boolean isIndex(StringBuilder before) {
        String text = before.toString();
        return text.endsWith(".allOf") || text.endsWith(".oneOf") || text.endsWith(".anyOf");
    }
}
