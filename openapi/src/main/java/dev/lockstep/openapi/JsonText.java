package dev.lockstep.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** JSON's tokens into a tree; the guards are those of {@link TreeBuilder}. */
final class JsonText {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final TreeBuilder tree;
    private final int lineOffset;

    private JsonText(String source, int firstLine) {
        this.tree = new TreeBuilder(source);
        this.lineOffset = firstLine - 1;
    }

    /** @throws JsonParseException when the text is not JSON; the guards' refusals are {@link SpecException}s */
    static TreeBuilder.@Nullable Built read(String text, String source, int firstLine) throws JsonParseException {
        return new JsonText(source, firstLine).read(text);
    }

    private TreeBuilder.@Nullable Built read(String text) throws JsonParseException {
        try (JsonParser parser = JSON.createParser(text.toCharArray())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (tree.root() != null) {
                    throw new JsonParseException(parser, "text after the end of the document");
                }
                accept(parser, token);
            }
            return tree.root();
        } catch (JsonParseException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw tree.refusal(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr() + lineOffset,
                    "is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(JsonParser parser, JsonToken token) throws IOException {
        int line = parser.currentTokenLocation().getLineNr() + lineOffset;
        switch (token) {
            case START_OBJECT -> tree.startObject(line);
            case START_ARRAY -> tree.startArray(line);
            case END_OBJECT, END_ARRAY -> tree.end();
            case FIELD_NAME -> tree.key(text(parser, line), line);
            case VALUE_STRING -> tree.scalar(TextNode.valueOf(text(parser, line)), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tree.scalar(Scalars.number(parser.getText()), line);
            case VALUE_TRUE -> tree.scalar(BooleanNode.TRUE, line);
            case VALUE_FALSE -> tree.scalar(BooleanNode.FALSE, line);
            case VALUE_NULL -> tree.scalar(NullNode.getInstance(), line);
            default -> throw new IllegalStateException("unexpected token " + token);
        }
    }

    private String text(JsonParser parser, int line) throws IOException {
        String text = parser.getText();
        if (text.length() > Limits.SCALAR) {
            throw tree.refusal(line, "a text of more than " + Limits.SCALAR + " characters");
        }
        return text;
    }
}
