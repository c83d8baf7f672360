package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The references of a document: they stay inside, lead somewhere, and end. */
final class References {
    private static final String IN_CIRCLES = "leads in circles";
    private static final int HOPS = 100;
    private static final int INLINED = 5_000;
    private static final int INLINED_NODES = 500_000;

    /** A reference where OpenAPI allows one. */
    private record Reference(Kind kind, ObjectNode holder, PointerTrail place) {}

    /** What a reference leads to. */
    record Target(Kind kind, ObjectNode node, PointerTrail place) {}

    private final SpecDocument document;
    private final List<Diagnostic> diagnostics;
    private final List<Reference> collected = new ArrayList<>();
    private final Deque<Target> targets = new ArrayDeque<>();
    private final Set<String> targeted = new HashSet<>();
    private int inlined;
    private int inlinedNodes;

    References(SpecDocument document, List<Diagnostic> diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /** The next place that something refers to and that may not have been walked, or null. */
    @Nullable
    Target next() {
        return targets.poll();
    }

    /** Notes a reference, and checks that it leads to a place inside of the document. */
    void collect(Kind kind, ObjectNode holder, PointerTrail place) {
        String pointer = local(holder, place);
        JsonNode target = document.at(pointer);
        if (target instanceof ObjectNode object) {
            if (targeted.add(pointer)) {
                targets.add(new Target(kind, object, place(pointer)));
            }
            collected.add(new Reference(kind, holder, place));
        } else if (!(kind == Kind.SCHEMA && target.isBoolean())) {
            broken(kind, holder, place, target.isMissingNode() ? "leads nowhere" : "leads to no " + kind.text());
        }
    }

    /**
     * Replaces a reference by a copy of what it leads to: for path items, and for places where OpenAPI allows no reference
     * and documents have one all the same. What stands beside the reference wins.
     */
    void inline(Kind kind, ObjectNode holder, PointerTrail place) {
        Set<String> passed = new HashSet<>();
        while (holder.path("$ref").isTextual()) {
            String pointer = local(holder, place);
            if (!(document.at(pointer) instanceof ObjectNode target)) {
                broken(kind, holder, place, "leads nowhere");
                return;
            }
            if (!passed.add(pointer) || pointer.equals(place.pointer())) {
                throw refusal(holder, place, IN_CIRCLES);
            }
            inlinedNodes += size(target);
            inlined++;
            if (inlined > INLINED || inlinedNodes > INLINED_NODES) {
                throw refusal(holder, place, "repeats too much of the document");
            }
            ObjectNode copy = target.deepCopy();
            holder.remove("$ref");
            copy.properties().forEach(field -> {
                if (!holder.has(field.getKey())) {
                    holder.set(field.getKey(), field.getValue());
                }
            });
            if (kind != Kind.PATH_ITEM) {
                diagnostics.add(Diagnostic.note(
                        document.place(place.pointer()),
                        "a reference where OpenAPI allows none; what " + pointer + " holds was put there"));
            }
        }
    }

    /** Follows every chain of references to its end; a schema that is nothing but itself becomes one that says nothing. */
    void untangle() {
        for (Reference reference : collected) {
            JsonNode at = reference.holder;
            Set<String> passed = new HashSet<>();
            while (at.path("$ref").isTextual()) {
                String pointer =
                        Pointer.ofReference(at.path("$ref").textValue()).orElse(Pointer.ROOT);
                if (!passed.add(pointer)) {
                    endless(reference);
                    break;
                }
                if (passed.size() > HOPS) {
                    throw refusal(
                            reference.holder, reference.place, "passes through more than " + HOPS + " references");
                }
                at = document.at(pointer);
            }
        }
    }

    private void endless(Reference reference) {
        if (reference.kind != Kind.SCHEMA) {
            throw refusal(reference.holder, reference.place, IN_CIRCLES);
        }
        diagnostics.add(Diagnostic.warning(
                document.place(reference.place.pointer()),
                "the reference " + quoted(reference.holder) + " " + IN_CIRCLES + "; any value is accepted here"));
        reference.holder.remove("$ref");
    }

    /** The pointer that a reference means. */
    private String local(ObjectNode holder, PointerTrail place) {
        String text = holder.path("$ref").textValue();
        if (text.startsWith("#components/")) {
            diagnostics.add(Diagnostic.note(
                    document.place(place.pointer()),
                    "the reference " + quoted(holder) + " was read as if it began #/"));
            text = "#/" + text.substring(1);
            holder.put("$ref", text);
        }
        if (!text.startsWith("#")) {
            throw refusal(holder, place, "leads out of the document; only references that begin with #/ are followed");
        }
        Optional<String> pointer = Pointer.ofReference(text);
        if (pointer.isEmpty() || pointer.get().equals(Pointer.ROOT)) {
            throw refusal(holder, place, "is no pointer; only references that begin with #/ are followed");
        }
        return pointer.get();
    }

    private void broken(Kind kind, ObjectNode holder, PointerTrail place, String why) {
        if (kind.essential()) {
            throw refusal(holder, place, why);
        }
        diagnostics.add(Diagnostic.warning(
                document.place(place.pointer()), "the reference " + quoted(holder) + " " + why + "; it was left out"));
        holder.removeAll();
    }

    private SpecException refusal(ObjectNode holder, PointerTrail place, String why) {
        return document.refusal(place.pointer() + "/$ref", "the reference " + quoted(holder) + " " + why);
    }

    private static String quoted(ObjectNode holder) {
        return Quote.of(holder.path("$ref").asText());
    }

    private static PointerTrail place(String pointer) {
        PointerTrail place = PointerTrail.ROOT;
        for (String token : Pointer.tokens(pointer)) {
            place = place.child(token);
        }
        return place;
    }

    private static int size(JsonNode node) {
        int size = 1;
        for (JsonNode child : node) {
            size += size(child);
        }
        return size;
    }
}
