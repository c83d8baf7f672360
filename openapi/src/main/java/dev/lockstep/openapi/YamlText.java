package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** YAML's events into a tree. No tag, merge key or second document is read, and aliases are counted. */
final class YamlText {
    private final String source;
    private final int firstLine;
    private final TreeBuilder tree;
    private final Map<Anchor, TreeBuilder.Built> anchors = new HashMap<>();
    /** The anchor of each open collection, in step with the tree's; an absent one is the empty Optional. */
    private final Deque<Optional<Anchor>> openAnchors = new ArrayDeque<>();

    private final Set<Integer> narrowed;
    private final List<Diagnostic> notes;

    private int documents;

    private YamlText(String source, int firstLine, Set<Integer> narrowed, List<Diagnostic> notes) {
        this.source = source;
        this.firstLine = firstLine;
        this.narrowed = narrowed;
        this.notes = notes;
        this.tree = new TreeBuilder(source);
    }

    /**
     * @param notes gets a finding where blank lines of a block scalar had to be narrowed
     */
    static TreeBuilder.@Nullable Built read(String text, String source, int firstLine, List<Diagnostic> notes) {
        WideBlankLines.Narrowed narrowed = WideBlankLines.of(text);
        return new YamlText(source, firstLine, narrowed.headers(), notes).read(narrowed.text());
    }

    /** One long line costs the parser more than as many short ones: what is too long for a scalar is refused unparsed. */
    private void checkLines(String text) {
        int line = firstLine;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            if (next - start > Limits.SCALAR) {
                throw tree.refusal(line, "a line of more than " + Limits.SCALAR + " characters");
            }
            start = next;
            line++;
        }
    }

    private TreeBuilder.@Nullable Built read(String text) {
        checkLines(text);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(1 << 16)
                .build();
        try {
            ParserImpl events = new ParserImpl(settings, new StreamReader(settings, new StringReader(text)));
            while (events.hasNext()) {
                accept(events.next());
            }
            return tree.root();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(this::line).orElse(0);
            String context = e.getContext() == null ? "" : " " + e.getContext().strip();
            throw tree.refusal(line, ("is not YAML: " + e.getProblem().strip() + context).strip());
        } catch (ReaderException e) {
            throw tree.refusal(
                    lineAt(text, e.getPosition()),
                    "is not YAML: the character " + String.format(java.util.Locale.ROOT, "U+%04X", e.getCodePoint())
                            + " is not allowed");
        } catch (YamlEngineException e) {
            throw tree.refusal(0, "is not YAML: " + e.getMessage());
        }
    }

    private void accept(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> {
                documents++;
                if (documents > 1) {
                    throw tree.refusal(line(event), "a second YAML document begins here; one file holds one document");
                }
            }
            case MappingStart, SequenceStart -> start((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> {
                TreeBuilder.Built built = tree.end();
                openAnchors.pop().ifPresent(anchor -> anchors.put(anchor, built));
            }
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            default -> {}
        }
    }

    private void start(CollectionStartEvent event) {
        refuseTag(event.getTag(), event);
        if (tree.expectsKey()) {
            throw tree.refusal(line(event), "a mapping key is a mapping or a sequence; keys are strings");
        }
        event.getAnchor().ifPresent(anchors::remove);
        openAnchors.push(event.getAnchor());
        if (event.getEventId() == Event.ID.MappingStart) {
            tree.startObject(line(event));
        } else {
            tree.startArray(line(event));
        }
    }

    private void scalar(ScalarEvent event) {
        refuseTag(event.getTag(), event);
        String text = event.getValue();
        if (text.length() > Limits.SCALAR) {
            throw tree.refusal(line(event), "a text of more than " + Limits.SCALAR + " characters");
        }
        if (tree.expectsKey()) {
            if (event.isPlain() && text.equals("<<")) {
                throw tree.refusal(line(event), "a YAML merge key (<<); write the keys out");
            }
            event.getAnchor().ifPresent(anchor -> keep(anchor, TextNode.valueOf(text)));
            tree.key(text, line(event));
            return;
        }
        if (!event.isPlain() && narrowed.contains(line(event) - firstLine)) {
            notes.add(Diagnostic.note(
                    tree.place(line(event)),
                    "a block scalar begins with a blank line that is wider than its text; "
                            + "the white space of such lines was ignored"));
        }
        JsonNode node = event.isPlain() ? Scalars.plain(text) : TextNode.valueOf(text);
        event.getAnchor().ifPresent(anchor -> keep(anchor, node));
        tree.scalar(node, line(event));
    }

    private void keep(Anchor anchor, JsonNode node) {
        anchors.put(anchor, new TreeBuilder.Built(node, null, 1));
    }

    private void alias(AliasEvent event) {
        TreeBuilder.Built anchored = anchors.get(event.getAlias());
        if (anchored == null) {
            throw tree.refusal(
                    line(event), "the alias *" + event.getAlias().getValue() + " names no finished anchor before it");
        }
        if (tree.expectsKey()) {
            if (!anchored.node().isValueNode()) {
                throw tree.refusal(line(event), "a mapping key is a mapping or a sequence; keys are strings");
            }
            tree.key(anchored.node().asText(), line(event));
            return;
        }
        tree.alias(anchored, line(event));
    }

    private void refuseTag(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            throw tree.refusal(line(event), "the YAML tag " + Quote.of(tag.get()) + "; only untagged values are read");
        }
    }

    private int line(Event event) {
        return event.getStartMark().map(this::line).orElse(0);
    }

    private int line(Mark mark) {
        return mark.getLine() + firstLine;
    }

    private int lineAt(String text, int codePoint) {
        int end = text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length())));
        return firstLine
                + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
