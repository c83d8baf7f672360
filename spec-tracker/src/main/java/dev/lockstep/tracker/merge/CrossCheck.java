package dev.lockstep.tracker.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Holds a vendor's pages against its whole spec. The spec counts; what pages say otherwise is told, and an operation that only
 * a page has comes from there.
 */
public final class CrossCheck {
    private static final int NAMED = 5;

    private final Merger.Merged spec;
    private final List<Part> extra = new ArrayList<>();
    private final List<Diagnostic> notes = new ArrayList<>();

    private CrossCheck(Merger.Merged spec) {
        this.spec = spec;
    }

    /**
     * What was found.
     *
     * @param extra the pages with operations that the spec does not have
     * @param notes operations that are missing from pages, only there, or different there
     */
    public record Result(List<Part> extra, List<Diagnostic> notes) {
        public Result {
            extra = List.copyOf(extra);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Compares.
     *
     * @param spec the whole spec, merged
     * @param pages what the pages hold; not changed
     */
    public static Result of(Merger.Merged spec, List<Part> pages) {
        return new CrossCheck(spec).run(pages);
    }

    private Result run(List<Part> pages) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>(SpecOperation.keys(spec.root()));
        for (Part page : pages) {
            ObjectNode own = Merger.merge(List.of(page)).root();
            boolean isExtra = false;
            for (String key : SpecOperation.keys(own)) {
                seen.add(key);
                if (!known.contains(key)) {
                    isExtra = true;
                    note(page, pointer(key), key + " is on this page and not in the whole spec; it is taken from here");
                } else {
                    String at = difference(operation(spec.root(), key), operation(own, key), pointer(key));
                    if (!at.isEmpty()) {
                        note(page, at, key + " differs from the whole spec, which counts");
                    }
                }
            }
            if (isExtra) {
                extra.add(page);
            } else {
                components(page, own);
            }
        }
        List<String> missing = known.stream().filter(key -> !seen.contains(key)).toList();
        if (!missing.isEmpty()) {
            String more = missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "";
            notes.add(Diagnostic.note(
                    spec.origins().place("#/openapi"),
                    "on no page: " + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size()))) + more));
        }
        return new Result(extra, notes);
    }

    private void components(Part page, ObjectNode own) {
        for (Map.Entry<String, JsonNode> kind : own.path("components").properties()) {
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                JsonNode known =
                        spec.root().path("components").path(kind.getKey()).path(component.getKey());
                String pointer = Pointer.of("components", kind.getKey(), component.getKey());
                if (!known.isMissingNode()) {
                    String at = difference(known, component.getValue(), pointer);
                    if (!at.isEmpty()) {
                        note(page, at, component.getKey() + " differs from the whole spec, which counts");
                    }
                }
            }
        }
    }

    private void note(Part page, String pointer, String message) {
        notes.add(Diagnostic.note(page.document().place(pointer), message));
    }

    private static ObjectNode operation(ObjectNode root, String key) {
        int space = key.indexOf(' ');
        ObjectNode operation = (ObjectNode) root.path("paths")
                .path(key.substring(space + 1))
                .path(key.substring(0, space).toLowerCase(Locale.ROOT));
        ObjectNode copy = operation.deepCopy();
        copy.remove(Merger.SOURCE);
        return copy;
    }

    private static String pointer(String key) {
        int space = key.indexOf(' ');
        return Pointer.of(
                "paths", key.substring(space + 1), key.substring(0, space).toLowerCase(Locale.ROOT));
    }

    /** The first place where two trees differ; the empty string where they are equal. */
    private static String difference(JsonNode a, JsonNode b, String pointer) {
        if (a.equals(b)) {
            return "";
        }
        if (a.isObject() && b.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            a.fieldNames().forEachRemaining(names::add);
            b.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String at = difference(a.path(name), b.path(name), Pointer.child(pointer, name));
                if (!at.isEmpty()) {
                    return at;
                }
            }
        }
        if (a.isArray() && b.isArray() && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                String at = difference(a.get(i), b.get(i), Pointer.child(pointer, i));
                if (!at.isEmpty()) {
                    return at;
                }
            }
        }
        return pointer;
    }
}
