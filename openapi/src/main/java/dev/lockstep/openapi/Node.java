package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a document together with the place where it stands. A node may be missing: then its value is a missing node, and
 * so are those beneath it. Two nodes are equal only when they are the same object.
 */
public final class Node {
    private final SpecDocument document;
    private final JsonNode value;
    private final @Nullable Node parent;
    /** The key or index below the parent; the whole pointer where there is no parent. */
    private final String token;

    private @Nullable String pointer;

    private Node(SpecDocument document, @Nullable Node parent, String token, JsonNode value) {
        this.document = document;
        this.value = value;
        this.parent = parent;
        this.token = token;
        this.pointer = parent == null ? token : null;
    }

    /** The whole document. */
    public static Node root(SpecDocument document) {
        return of(document, Pointer.ROOT, document.root());
    }

    /** The value at a pointer of the form {@code #/a/b~1c}. */
    public static Node at(SpecDocument document, String pointer) {
        return of(document, pointer, document.at(pointer));
    }

    /** A value that counts as standing at a place of the document. */
    public static Node of(SpecDocument document, String pointer, JsonNode value) {
        return new Node(document, null, pointer, value);
    }

    /** The document that its pointer and its references are of. */
    public SpecDocument document() {
        return document;
    }

    /** The value; a missing node where the document has nothing. */
    public JsonNode value() {
        return value;
    }

    /** Of the form {@code #/a/b~1c}. */
    public String pointer() {
        String known = pointer;
        if (known == null) {
            known = parent == null ? token : Pointer.child(parent.pointer(), token);
            pointer = known;
        }
        return known;
    }

    /** The line on which it begins; see {@link SpecDocument#line}. */
    public int line() {
        return document.line(pointer());
    }

    /** The value of a key; a missing node where there is none. */
    public Node get(String key) {
        return new Node(document, this, key, value.path(key));
    }

    /** An item of an array; a missing node where there is none. */
    public Node get(int index) {
        return new Node(document, this, Integer.toString(index), value.path(index));
    }

    /** The value of a key; the node itself where it has none. */
    public Node nearest(String key) {
        return has(key) ? get(key) : this;
    }

    /** Whether the key is there; null counts as there. */
    public boolean has(String key) {
        return value.has(key);
    }

    /** Whether the document has it; null counts. */
    public boolean exists() {
        return !value.isMissingNode();
    }

    /** The text of a key, or the empty string where it is absent, null or no scalar. */
    public String text(String key) {
        return text(key, "");
    }

    /** The text of a key, or {@code otherwise} where it is absent, null or no scalar. */
    public String text(String key, String otherwise) {
        JsonNode child = value.path(key);
        return child.isValueNode() && !child.isNull() ? child.asText() : otherwise;
    }

    /** Whether the key is {@code true}. */
    public boolean flag(String key) {
        return value.path(key).asBoolean(false);
    }

    /** The items of an array; empty for anything else. */
    public List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                items.add(get(i));
            }
        }
        return items;
    }

    /** The keys of an object in the document's order; empty for anything else. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        value.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Whether it is an object with a {@code $ref}. */
    public boolean isReference() {
        return value.path("$ref").isTextual();
    }

    /** Where its {@code $ref} leads, percent escapes decoded; the empty string where it has none that stays in the document. */
    public String reference() {
        return isReference() ? Pointer.ofReference(text("$ref")).orElse("") : "";
    }

    /** The node that its {@code $ref} names: empty where it has none, or where it leads nowhere. */
    public Optional<Node> target() {
        String target = reference();
        return target.isEmpty()
                ? Optional.empty()
                : Optional.of(at(document, target)).filter(Node::exists);
    }

    /** The end of a chain of references, itself without any: the last that leads nowhere or back still is a reference. */
    public Node resolved() {
        if (!isReference()) {
            return this;
        }
        Node node = this;
        Set<String> seen = new HashSet<>();
        while (seen.add(node.pointer())) {
            Optional<Node> next = node.target();
            if (next.isEmpty()) {
                return node;
            }
            node = next.get();
        }
        return node;
    }

    /** The last key of what {@code $ref} names, or null without a reference. */
    public @Nullable String referenceName() {
        if (!isReference()) {
            return null;
        }
        String text = text("$ref");
        return Pointer.unescape(text.substring(text.lastIndexOf('/') + 1));
    }

    /** The place as messages name it: {@code source:line pointer}. */
    @Override
    public String toString() {
        return document.place(pointer());
    }
}
