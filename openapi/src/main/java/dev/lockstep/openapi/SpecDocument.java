package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * A document that was read, with the line of every place in it. The tree is shared: callers never change {@link #root()},
 * and hand on a changed copy with {@link #withRoot}.
 */
public final class SpecDocument {
    private final JsonNode root;
    private final String source;
    private final Lines lines;
    private final List<Diagnostic> diagnostics;

    SpecDocument(JsonNode root, String source, Lines lines, List<Diagnostic> diagnostics) {
        this.root = root;
        this.source = source;
        this.lines = lines;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** A tree that was not read from a text: all of its places are on line 1. */
    public static SpecDocument of(JsonNode root) {
        return new SpecDocument(root, "", new Lines(1, new String[0], new int[0], null), List.of());
    }

    /** The whole tree: an object. Mapping keys are strings, numbers and booleans are typed as YAML 1.2's core schema has them. */
    public JsonNode root() {
        return root;
    }

    /** What the reader had to overlook in the text. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** What the document is called in messages: a file's path, or a page's address. */
    public String source() {
        return source;
    }

    /** The value of {@code openapi} as text, or the empty string where it is absent. */
    public String openapi() {
        return root.path("openapi").asText("");
    }

    /** Whether this is an OpenAPI 3.1 document, whose schemas are JSON Schema 2020-12. */
    public boolean is31() {
        return openapi().equals("3.1") || openapi().startsWith("3.1.");
    }

    /**
     * The line on which a key or an item begins.
     *
     * @param pointer of the form {@code #/a/b~1c}
     * @return 1-based; that of the nearest ancestor that the source has, where the place itself is not in it
     */
    public int line(String pointer) {
        return lines.find(Pointer.tokens(pointer));
    }

    /** The place as messages name it: {@code source:line pointer}. */
    public String place(String pointer) {
        return source + ":" + line(pointer) + " " + pointer;
    }

    /** A refusal of this document at a place. */
    public SpecException refusal(String pointer, String reason) {
        return new SpecException(source, line(pointer), pointer, reason);
    }

    /**
     * The node at a pointer of the form {@code #/a/b~1c}.
     *
     * @return {@link MissingNode} where there is none
     */
    public JsonNode at(String pointer) {
        JsonNode node = root;
        for (String token : Pointer.tokens(pointer)) {
            node = node.isArray() ? node.path(Lines.number(token)) : node.path(token);
        }
        return node;
    }

    /** What an object's {@code $ref} names, one step far; a missing node where it has none, or where it leads nowhere. */
    public JsonNode target(JsonNode object) {
        return Node.of(this, Pointer.ROOT, object).target().map(Node::value).orElseGet(MissingNode::getInstance);
    }

    /** The same source and lines with another tree: what a recorded pass hands on. */
    public SpecDocument withRoot(JsonNode root) {
        return new SpecDocument(root, source, lines, diagnostics);
    }
}
