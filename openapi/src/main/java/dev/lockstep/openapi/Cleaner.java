package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks a copy of a document by {@link Kind}, and changes it in place: extensions, references, grammars. */
final class Cleaner {
    private static final String OWN = "x-lockstep-";

    private final ObjectNode root;
    private final boolean keepOwnExtensions;
    private final References references;
    private final Grammars grammars;
    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Cleaner(SpecDocument document, ObjectNode root, boolean keepOwnExtensions, List<Diagnostic> diagnostics) {
        this.root = root;
        this.keepOwnExtensions = keepOwnExtensions;
        this.references = new References(document, diagnostics);
        this.grammars = new Grammars(document, diagnostics);
    }

    void clean() {
        object(Kind.DOCUMENT, root, PointerTrail.ROOT);
        // A reference may lead into an example or another place that is data until something refers to it.
        for (References.Target target = references.next(); target != null; target = references.next()) {
            object(target.kind(), target.node(), target.place());
        }
        references.untangle();
    }

    private void object(Kind kind, ObjectNode node, PointerTrail place) {
        if (!seen.add(node)) {
            return;
        }
        stripExtensions(node);
        if (node.path("$ref").isTextual()) {
            if (kind == Kind.PATH_ITEM || !kind.referable()) {
                references.inline(kind, node, place);
                stripExtensions(node);
            } else {
                references.collect(kind, node, place);
                if (kind != Kind.SCHEMA) {
                    return;
                }
            }
        }
        grammars.check(kind, node, place);
        Structure.fields(kind).forEach((key, field) -> {
            Kind inner = field.kind();
            if (inner != null && key.equals(Structure.ANY)) {
                entries(inner, node, place);
            } else if (inner != null && node.has(key)) {
                field(inner, field.nesting(), node.path(key), place.child(key));
            }
        });
    }

    private void field(Kind kind, Structure.Nesting nesting, JsonNode value, PointerTrail place) {
        switch (nesting) {
            case ONE -> one(kind, value, place);
            case LIST -> {
                if (value instanceof ArrayNode array) {
                    for (int i = 0; i < array.size(); i++) {
                        one(kind, array.get(i), place.child(i));
                    }
                } else {
                    one(kind, value, place);
                }
            }
            case MAP, SORTED_MAP -> {
                if (value instanceof ObjectNode map) {
                    if (map.path("$ref").isTextual()) {
                        references.inline(kind, map, place);
                    }
                    entries(kind, map, place);
                } else {
                    one(kind, value, place);
                }
            }
        }
    }

    private void one(Kind kind, JsonNode value, PointerTrail place) {
        if (value instanceof ObjectNode object) {
            object(kind, object, place);
        } else if (value instanceof ArrayNode array) {
            // Draft 4 wrote a tuple's items as an array.
            for (int i = 0; i < array.size(); i++) {
                one(kind, array.get(i), place.child(i));
            }
        }
    }

    private void entries(Kind kind, ObjectNode map, PointerTrail place) {
        for (Iterator<Map.Entry<String, JsonNode>> entries = map.properties().iterator(); entries.hasNext(); ) {
            Map.Entry<String, JsonNode> entry = entries.next();
            PointerTrail at = place.child(entry.getKey());
            if (grammars.isStray(kind, entry.getKey(), at)) {
                entries.remove();
                continue;
            }
            grammars.checkName(kind, entry.getKey(), at);
            one(kind, entry.getValue(), at);
        }
    }

    private void stripExtensions(ObjectNode node) {
        List<String> foreign = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("x-") && !(keepOwnExtensions && name.startsWith(OWN))) {
                foreign.add(name);
            }
        });
        node.remove(foreign);
    }
}
