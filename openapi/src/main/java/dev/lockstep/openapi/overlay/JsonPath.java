package dev.lockstep.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSONPath as of RFC 9535, without its functions and slices: name, index and wildcard selectors, several of them in one
 * bracket, descendants, and filters that test for existence or compare ({@code && || ! == != < <= > >=}). What lies outside is
 * refused by name, never read as something else.
 */
public final class JsonPath {
    /** A step from nodes to nodes: children that a selector picks, or those of all descendants too. */
    record Segment(boolean descendant, List<Selector> selectors) {}

    /** A node with the place it has in the document. */
    record Match(String pointer, JsonNode node) {}

    private final String text;
    private final List<Segment> segments;

    JsonPath(String text, List<Segment> segments) {
        this.text = text;
        this.segments = List.copyOf(segments);
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException with the position and what was expected there
     */
    public static JsonPath parse(String text) {
        return new JsonPathParser(text).parse();
    }

    /** The pointers of the nodes that the expression selects, each once, in the order of RFC 9535. */
    public Set<String> select(JsonNode root) {
        Set<String> pointers = new LinkedHashSet<>();
        for (Match match : matches(segments, root, new Match(Pointer.ROOT, root))) {
            pointers.add(match.pointer());
        }
        return pointers;
    }

    static List<Match> matches(List<Segment> segments, JsonNode root, Match start) {
        List<Match> nodes = List.of(start);
        for (Segment segment : segments) {
            List<Match> next = new ArrayList<>();
            for (Match node : nodes) {
                apply(segment, root, node, next);
            }
            nodes = next;
        }
        return nodes;
    }

    private static void apply(Segment segment, JsonNode root, Match node, List<Match> into) {
        for (Selector selector : segment.selectors()) {
            selector.select(root, node, into);
        }
        if (segment.descendant()) {
            for (Match child : children(node)) {
                apply(segment, root, child, into);
            }
        }
    }

    static List<Match> children(Match match) {
        List<Match> children = new ArrayList<>(match.node().size());
        if (match.node().isArray()) {
            for (int i = 0; i < match.node().size(); i++) {
                children.add(new Match(
                        Pointer.child(match.pointer(), i), match.node().get(i)));
            }
        } else {
            for (Map.Entry<String, JsonNode> field : match.node().properties()) {
                children.add(new Match(Pointer.child(match.pointer(), field.getKey()), field.getValue()));
            }
        }
        return children;
    }

    @Override
    public String toString() {
        return text;
    }
}
