package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.document.Pointer;
import dev.lockstep.generator.document.SpecDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value of a document together with the place where it stands. Two are equal only when they are the same. */
final class SpecNode {
    private final SpecDocument document;
    private final JsonNode value;
    private final @Nullable SpecNode parent;
    /** The key or index below the parent; the whole pointer where there is no parent. */
    private final String token;

    private @Nullable String pointer;

    /** The value at a place. */
    SpecNode(SpecDocument document, String pointer, JsonNode value) {
        this.document = document;
        this.value = value;
        this.parent = null;
        this.token = pointer;
        this.pointer = pointer;
    }

    private SpecNode(SpecNode parent, String token, JsonNode value) {
        this.document = parent.document;
        this.value = value;
        this.parent = parent;
        this.token = token;
    }

    SpecDocument document() {
        return document;
    }

    JsonNode value() {
        return value;
    }

    /** The value of a key; the node itself where it has none. */
    SpecNode nearest(String key) {
        return has(key) ? get(key) : this;
    }

    /** Of the form {@code #/a/b~1c}. */
    String pointer() {
        String known = pointer;
        if (known == null) {
            known = parent == null ? token : Pointer.child(parent.pointer(), token);
            pointer = known;
        }
        return known;
    }

    static SpecNode root(SpecDocument document) {
        return new SpecNode(document, Pointer.ROOT, document.root());
    }

    /** The value of a key; a missing node where there is none. */
    SpecNode get(String key) {
        return new SpecNode(this, key, value.path(key));
    }

    /** Whether the key is there; null counts as there. */
    boolean has(String key) {
        return value.has(key);
    }

    boolean exists() {
        return !value.isMissingNode();
    }

    /** The text of a key, or {@code otherwise} where it is absent or no scalar. */
    String text(String key, String otherwise) {
        JsonNode child = value.path(key);
        return child.isValueNode() && !child.isNull() ? child.asText() : otherwise;
    }

    /** Whether the key is {@code true}. */
    boolean flag(String key) {
        return value.path(key).asBoolean(false);
    }

    /** The items of an array; empty for anything else. */
    List<SpecNode> items() {
        List<SpecNode> items = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                items.add(new SpecNode(this, Integer.toString(i), value.get(i)));
            }
        }
        return items;
    }

    /** The keys of an object in the document's order; empty for anything else. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (value.isObject()) {
            value.fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }

    /** The node that this one's {@code $ref} names: empty where it has none, or where it leads nowhere. */
    Optional<SpecNode> target() {
        JsonNode reference = value.path("$ref");
        if (!reference.isTextual()) {
            return Optional.empty();
        }
        return Pointer.ofReference(reference.asText())
                .map(target -> new SpecNode(document, target, document.at(target)))
                .filter(SpecNode::exists);
    }

    /** Follows references until there is none left, or the chain leads nowhere or back. */
    SpecNode resolved() {
        if (!value.path("$ref").isTextual()) {
            return this;
        }
        SpecNode node = this;
        Set<String> seen = new HashSet<>();
        while (seen.add(node.pointer())) {
            Optional<SpecNode> next = node.target();
            if (next.isEmpty()) {
                return node;
            }
            node = next.get();
        }
        return node;
    }

    /** The last key of what {@code $ref} names, or null without a reference. */
    @Nullable
    String referenceName() {
        JsonNode reference = value.path("$ref");
        if (!reference.isTextual()) {
            return null;
        }
        String text = reference.asText();
        return Pointer.unescape(text.substring(text.lastIndexOf('/') + 1));
    }

    Place place() {
        return new Place(document.source(), document.line(pointer()), pointer());
    }
}
