package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Visits the objects that a document is made of, and never looks into plain data such as examples. */
public final class DocumentWalk {
    private DocumentWalk() {}

    /** Told of each object. */
    @FunctionalInterface
    public interface Visitor {
        /** Called before what is inside of the object is visited; may change the object. */
        void visit(Kind kind, ObjectNode object, String pointer);
    }

    /** Visits a whole document. */
    public static void document(ObjectNode root, Visitor visitor) {
        visit(Kind.DOCUMENT, root, Pointer.ROOT, visitor);
    }

    /** Visits an object and all that is inside of it. */
    public static void visit(Kind kind, JsonNode node, String pointer, Visitor visitor) {
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        visitor.visit(kind, object, pointer);
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.properties());
        for (Map.Entry<String, JsonNode> entry : entries) {
            Structure.Field field = Structure.field(kind, entry.getKey(), object);
            Kind target = field.kind();
            if (target == null) {
                continue;
            }
            String child = Pointer.child(pointer, entry.getKey());
            JsonNode value = entry.getValue();
            switch (field.nesting()) {
                case ONE -> visit(target, value, child, visitor);
                case LIST -> {
                    if (value instanceof ArrayNode list) {
                        for (int i = 0; i < list.size(); i++) {
                            visit(target, list.get(i), Pointer.child(child, i), visitor);
                        }
                    }
                }
                case MAP, SORTED_MAP -> {
                    if (value instanceof ObjectNode map) {
                        for (Map.Entry<String, JsonNode> inner : new ArrayList<>(map.properties())) {
                            visit(target, inner.getValue(), Pointer.child(child, inner.getKey()), visitor);
                        }
                    }
                }
            }
        }
    }
}
