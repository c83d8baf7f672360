package dev.lockstep.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An overlay of the OpenAPI Overlay Specification 1.0: actions that change a spec, each at the places that its target selects.
 * Stricter than that specification in two points: an action that selects nothing is an error, since it would otherwise keep
 * quiet when the vendor moves what it was written for; and of extensions only our own are taken, since nothing reads another.
 */
public final class Overlay {
    private static final Set<String> KEYS = new TreeSet<>(List.of("overlay", "info", "extends", "actions"));
    private static final Set<String> INFO_KEYS = new TreeSet<>(List.of("title", "version"));
    private static final Set<String> ACTION_KEYS = new TreeSet<>(List.of("target", "description", "update", "remove"));
    private static final Set<String> OWN_EXTENSIONS = new TreeSet<>(List.of(
            "x-lockstep-retry", "x-lockstep-auth-prefix", "x-lockstep-idempotency-header", "x-lockstep-evidence"));
    private static final Set<String> RETRY = new TreeSet<>(List.of("always", "only-if-unsent"));

    private record Action(String pointer, JsonPath target, JsonNode update, boolean remove) {}

    /**
     * A spec after an overlay.
     *
     * @param root the changed tree
     * @param notes actions that changed nothing: the vendor may have fixed what they were for
     */
    public record Result(ObjectNode root, List<Diagnostic> notes) {}

    private final SpecDocument document;
    private final @Nullable String extended;
    private final List<Action> actions;

    private Overlay(SpecDocument document, @Nullable String extended, List<Action> actions) {
        this.document = document;
        this.extended = extended;
        this.actions = actions;
    }

    /** The document that it was written for, as {@code extends} names it; null where it names none. */
    public @Nullable String extended() {
        return extended;
    }

    /**
     * Reads an overlay from a document.
     *
     * @throws SpecException when it is not an overlay of version 1.0, or says what we do not read
     */
    public static Overlay of(SpecDocument document) {
        JsonNode root = document.root();
        String version = root.path("overlay").asText();
        if (!version.matches("1\\.0\\.\\d+")) {
            throw document.refusal(
                    "#/overlay",
                    version.isEmpty()
                            ? "is no overlay: it lacks overlay: 1.0.0"
                            : "overlay: " + version + " is not read; only 1.0.x is");
        }
        known(document, root, Pointer.ROOT, KEYS);
        info(document, root.path("info"));
        text(document, root, Pointer.ROOT, "extends");
        JsonNode list = root.path("actions");
        if (!list.isArray() || list.isEmpty()) {
            throw document.refusal("#/actions", "an overlay needs a list of actions with at least one in it");
        }
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            for (int earlier = 0; earlier < i; earlier++) {
                if (list.get(earlier).equals(list.get(i))) {
                    throw document.refusal(Pointer.child("#/actions", i), "the same action stands at " + earlier);
                }
            }
            actions.add(action(document, list.get(i), Pointer.child("#/actions", i)));
        }
        return new Overlay(document, root.path("extends").textValue(), List.copyOf(actions));
    }

    private static void info(SpecDocument document, JsonNode info) {
        if (!info.isObject()) {
            throw document.refusal("#/info", "an overlay needs an info with title and version");
        }
        known(document, info, "#/info", INFO_KEYS);
        for (String key : INFO_KEYS) {
            if (!info.has(key)) {
                throw document.refusal("#/info", "info lacks " + key);
            }
            text(document, info, "#/info", key);
        }
    }

    /** A key that may be missing. */
    private static void text(SpecDocument document, JsonNode object, String pointer, String key) {
        if (object.has(key) && !object.get(key).isTextual()) {
            throw document.refusal(Pointer.child(pointer, key), key + " is a text");
        }
    }

    private static Action action(SpecDocument document, JsonNode node, String pointer) {
        if (!node.isObject() || !node.path("target").isTextual()) {
            throw document.refusal(pointer, "an action needs a target");
        }
        known(document, node, pointer, ACTION_KEYS);
        text(document, node, pointer, "description");
        if (node.has("remove") && !node.get("remove").isBoolean()) {
            throw document.refusal(Pointer.child(pointer, "remove"), "remove is true or false");
        }
        boolean remove = node.path("remove").booleanValue();
        if (!remove && !node.has("update")) {
            throw document.refusal(pointer, "an action needs an update, or remove: true");
        }
        ownExtensions(document, node.path("update"), Pointer.child(pointer, "update"));
        try {
            JsonPath target = JsonPath.parse(node.path("target").textValue());
            return new Action(pointer, target, node.path("update"), remove);
        } catch (IllegalArgumentException e) {
            throw document.refusal(Pointer.child(pointer, "target"), "target: " + e.getMessage());
        }
    }

    private static void known(SpecDocument document, JsonNode object, String pointer, Set<String> keys) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name) && !name.startsWith("x-")) {
                throw document.refusal(
                        Pointer.child(pointer, name), "unknown key " + name + "; known are " + String.join(", ", keys));
            }
        }
    }

    private static void ownExtensions(SpecDocument document, JsonNode node, String pointer) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String at = Pointer.child(pointer, field.getKey());
            if (field.getKey().startsWith("x-")) {
                if (!OWN_EXTENSIONS.contains(field.getKey())) {
                    throw document.refusal(
                            at,
                            field.getKey() + " is not read by anything; known are "
                                    + String.join(", ", OWN_EXTENSIONS));
                }
                if (!field.getValue().isTextual()) {
                    throw document.refusal(at, field.getKey() + " is a text");
                }
                if (field.getKey().equals("x-lockstep-retry")
                        && !RETRY.contains(field.getValue().textValue())) {
                    throw document.refusal(
                            at,
                            "x-lockstep-retry: " + field.getValue().textValue() + "; it is one of "
                                    + String.join(", ", RETRY));
                }
            }
            ownExtensions(document, field.getValue(), at);
        }
    }

    /**
     * Applies all actions in their order.
     *
     * @param spec not changed
     * @throws SpecException when an action selects nothing, or what it selects cannot be changed so
     */
    public Result apply(ObjectNode spec) {
        ObjectNode root = spec.deepCopy();
        List<Diagnostic> notes = new ArrayList<>();
        for (Action action : actions) {
            ObjectNode before = root.deepCopy();
            List<String> pointers = new ArrayList<>(action.target().select(root));
            if (pointers.isEmpty()) {
                throw document.refusal(
                        action.pointer(),
                        "the target " + action.target() + " matches nothing in the spec; the vendor may have moved or"
                                + " removed what it was written for");
            }
            if (action.remove()) {
                remove(root, action, pointers);
            } else {
                for (String pointer : pointers) {
                    update(at(root, pointer), action);
                }
            }
            if (root.equals(before)) {
                notes.add(Diagnostic.note(
                        document.place(action.pointer()),
                        "the action on " + action.target() + " changes nothing any more and can be deleted"));
            }
        }
        return new Result(root, List.copyOf(notes));
    }

    /** Last first, so that the pointers to the others stay right. */
    private void remove(ObjectNode root, Action action, List<String> pointers) {
        List<String> backwards = new ArrayList<>(pointers);
        backwards.sort(Overlay::later);
        for (String pointer : backwards) {
            if (pointer.equals(Pointer.ROOT)) {
                throw document.refusal(action.pointer(), "the whole spec cannot be removed");
            }
            if (!at(root, pointer).isContainerNode()) {
                throw document.refusal(
                        action.pointer(),
                        selected(action, at(root, pointer)) + ", and only objects and arrays can be removed; replace"
                                + " what it stands in");
            }
            List<String> tokens = Pointer.tokens(pointer);
            JsonNode parent = at(root, Pointer.parent(pointer));
            String last = tokens.get(tokens.size() - 1);
            if (parent instanceof ArrayNode array) {
                array.remove(Integer.parseInt(last));
            } else if (parent instanceof ObjectNode object) {
                object.remove(last);
            }
        }
    }

    private static int later(String a, String b) {
        List<String> left = Pointer.tokens(a);
        List<String> right = Pointer.tokens(b);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            String x = left.get(i);
            String y = right.get(i);
            if (!x.equals(y)) {
                return isIndex(x) && isIndex(y)
                        ? Integer.compare(Integer.parseInt(y), Integer.parseInt(x))
                        : y.compareTo(x);
            }
        }
        return Integer.compare(right.size(), left.size());
    }

    private static boolean isIndex(String token) {
        return token.matches("[0-9]{1,9}");
    }

    private void update(JsonNode target, Action action) {
        if (target instanceof ArrayNode array) {
            array.add(action.update().deepCopy());
        } else if (target instanceof ObjectNode object && action.update() instanceof ObjectNode update) {
            merge(object, update);
        } else {
            throw document.refusal(
                    action.pointer(),
                    target.isObject()
                            ? selected(action, target) + ", and its update is none"
                            : selected(action, target)
                                    + ", and an update needs an object or an array; select its parent");
        }
    }

    private static String selected(Action action, JsonNode target) {
        String kind = target.getNodeType().name().toLowerCase(Locale.ROOT);
        return "the target " + action.target() + " selects " + (target.isObject() ? "an " : "a ") + kind;
    }

    private static void merge(ObjectNode target, ObjectNode update) {
        for (Map.Entry<String, JsonNode> field : update.properties()) {
            JsonNode old = target.get(field.getKey());
            JsonNode value = field.getValue();
            if (old instanceof ObjectNode object && value instanceof ObjectNode inner) {
                merge(object, inner);
            } else if (old instanceof ArrayNode array && value instanceof ArrayNode more) {
                array.addAll(more.deepCopy());
            } else {
                target.set(field.getKey(), value.deepCopy());
            }
        }
    }

    private static JsonNode at(JsonNode root, String pointer) {
        JsonNode node = root;
        for (String token : Pointer.tokens(pointer)) {
            node = node.isArray() ? node.path(Integer.parseInt(token)) : node.path(token);
        }
        return node;
    }
}
