package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a tree and its lines from a parser's events, and refuses what is too large, too deep or said twice. */
final class TreeBuilder {
    /** A finished node, as an alias repeats it. */
    record Built(JsonNode node, @Nullable Lines lines, int size) {}

    private final String source;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, String> keys = new HashMap<>();
    private int nodes;
    private int aliases;
    private int aliasedNodes;
    private @Nullable Built root;

    TreeBuilder(String source) {
        this.source = source;
    }

    /** The finished root, or null when no event came. */
    @Nullable
    Built root() {
        return root;
    }

    /** Whether the next scalar is a key. */
    boolean expectsKey() {
        Frame frame = open.peek();
        return frame != null && frame.object != null && frame.key == null;
    }

    void startObject(int line) {
        push(new Frame(JsonNodeFactory.instance.objectNode(), null, line, nodes));
    }

    void startArray(int line) {
        push(new Frame(null, JsonNodeFactory.instance.arrayNode(), line, nodes));
    }

    private void push(Frame frame) {
        count(1, frame.line);
        if (open.size() >= Limits.DEPTH) {
            throw refusal(frame.line, "nested more than " + Limits.DEPTH + " levels deep");
        }
        open.push(frame);
    }

    void key(String text, int line) {
        Frame frame = open.element();
        ObjectNode object = frame.object;
        if (object == null) {
            throw new IllegalStateException("a key outside of a mapping");
        }
        if (object.has(text)) {
            throw refusal(
                    line,
                    "duplicate key " + Quote.of(text) + ", first on line " + frame.line(text)
                            + "; keep one of the two");
        }
        String shared = keys.putIfAbsent(text, text);
        frame.key = shared == null ? text : shared;
        frame.keyLine = line;
    }

    void scalar(JsonNode node, int line) {
        count(1, line);
        add(new Built(node, null, 1), line);
    }

    /** Closes the innermost mapping or sequence and gives it. */
    Built end() {
        Frame frame = open.pop();
        Built built = frame.close(nodes);
        add(built, frame.line);
        return built;
    }

    void alias(Built anchored, int line) {
        aliases++;
        aliasedNodes += anchored.size;
        if (aliases > Limits.ALIASES) {
            throw refusal(line, "more than " + Limits.ALIASES + " YAML aliases");
        }
        if (aliasedNodes > Limits.ALIASED_NODES) {
            throw refusal(line, "YAML aliases repeat more than " + Limits.ALIASED_NODES + " nodes");
        }
        count(anchored.size, line);
        add(anchored, line);
    }

    private void add(Built built, int line) {
        Frame frame = open.peek();
        if (frame == null) {
            root = built;
            return;
        }
        if (frame.count >= Limits.ENTRIES) {
            throw refusal(line, "more than " + Limits.ENTRIES + " entries in one mapping or sequence");
        }
        frame.add(built, line);
    }

    private void count(int size, int line) {
        nodes += size;
        if (nodes > Limits.NODES) {
            throw refusal(line, "more than " + Limits.NODES + " values in one document");
        }
    }

    /** A refusal at the place that is being read. */
    SpecException refusal(int line, String reason) {
        return new SpecException(source, line, pointer(), reason);
    }

    /** The place that is being read, as messages name it. */
    String place(int line) {
        return source + ":" + line + " " + pointer();
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder(Pointer.ROOT);
        for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext(); ) {
            Frame frame = frames.next();
            if (frame.array != null) {
                pointer.append('/').append(frame.count);
            } else if (frame.key != null) {
                pointer.append('/').append(Pointer.escape(frame.key));
            }
        }
        return pointer.toString();
    }

    private static final class Frame {
        final @Nullable ObjectNode object;
        final @Nullable ArrayNode array;
        final int line;
        private final int nodesBefore;
        private final List<String> keys = new ArrayList<>(4);
        private int[] lines = new int[4];
        private @Nullable Lines @Nullable [] beneath;
        private int count;
        private @Nullable String key;
        private int keyLine;

        Frame(@Nullable ObjectNode object, @Nullable ArrayNode array, int line, int nodesBefore) {
            this.object = object;
            this.array = array;
            this.line = line;
            this.nodesBefore = nodesBefore;
        }

        void add(Built built, int itemLine) {
            if (count == lines.length) {
                lines = Arrays.copyOf(lines, count * 2);
                beneath = beneath == null ? null : Arrays.copyOf(beneath, count * 2);
            }
            if (built.lines != null) {
                if (beneath == null) {
                    beneath = new @Nullable Lines[lines.length];
                }
                beneath[count] = built.lines;
            }
            if (array != null) {
                array.add(built.node);
                lines[count] = itemLine;
            } else if (object != null && key != null) {
                object.set(key, built.node);
                keys.add(key);
                lines[count] = keyLine;
                key = null;
            }
            count++;
        }

        int line(String wanted) {
            return lines[keys.indexOf(wanted)];
        }

        Built close(int nodesNow) {
            String[] names = object == null ? null : keys.toArray(new String[0]);
            Lines own = new Lines(
                    line, names, Arrays.copyOf(lines, count), beneath == null ? null : Arrays.copyOf(beneath, count));
            JsonNode node = object != null ? object : array;
            if (node == null) {
                throw new IllegalStateException("neither mapping nor sequence");
            }
            return new Built(node, own, nodesNow - nodesBefore);
        }
    }
}
