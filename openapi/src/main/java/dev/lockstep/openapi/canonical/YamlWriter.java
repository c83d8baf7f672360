package dev.lockstep.openapi.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Writes a tree as YAML that readers of YAML 1.1 and 1.2 understand alike: block style, plain scalars where both take them for
 * the string that they are, quotes elsewhere, literal blocks for text of several lines. Lines are never folded.
 */
public final class YamlWriter {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(Integer.MAX_VALUE)
            .setSplitLines(false)
            .setBestLineBreak("\n")
            .setMaxSimpleKeyLength(1000)
            .build();
    private static final ImplicitTuple PLAIN = new ImplicitTuple(true, true);

    private final Emitter emitter;

    private YamlWriter(Emitter emitter) {
        this.emitter = emitter;
    }

    /** The tree as YAML text that ends in a line break. */
    public static String write(JsonNode root) {
        Text text = new Text();
        YamlWriter writer = new YamlWriter(new Emitter(SETTINGS, text));
        writer.emitter.emit(new StreamStartEvent());
        writer.emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        writer.node(root);
        writer.emitter.emit(new DocumentEndEvent(false));
        writer.emitter.emit(new StreamEndEvent());
        return text.toString();
    }

    private void node(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                FlowStyle style = node.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
                emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style));
                for (Map.Entry<String, JsonNode> entry : node.properties()) {
                    text(entry.getKey(), true);
                    node(entry.getValue());
                }
                emitter.emit(new MappingEndEvent());
            }
            case ARRAY -> {
                FlowStyle style = node.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
                emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style));
                node.forEach(this::node);
                emitter.emit(new SequenceEndEvent());
            }
            case STRING -> text(node.textValue(), false);
            case NUMBER -> scalar(number(node), ScalarStyle.PLAIN);
            case BOOLEAN -> scalar(node.booleanValue() ? "true" : "false", ScalarStyle.PLAIN);
            case NULL -> scalar("null", ScalarStyle.PLAIN);
            default -> throw new IllegalArgumentException("no place in a document for a " + node.getNodeType());
        }
    }

    private void text(String value, boolean key) {
        scalar(value, Plain.isPlain(value) ? ScalarStyle.PLAIN : quoted(value, key));
    }

    private static ScalarStyle quoted(String value, boolean key) {
        if (!Plain.isPrintable(value)) {
            return ScalarStyle.DOUBLE_QUOTED;
        }
        if (value.indexOf('\n') < 0) {
            return ScalarStyle.SINGLE_QUOTED;
        }
        return key || !Plain.fitsLiteral(value) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.LITERAL;
    }

    private void scalar(String value, ScalarStyle style) {
        emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), PLAIN, value, style));
    }

    /** Both versions of YAML take a number with an exponent for one only when it has a dot. */
    private static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue().toString();
        }
        if (node.isDouble() || node.isFloat()) {
            double value = node.doubleValue();
            if (Double.isNaN(value)) {
                return ".nan";
            }
            if (Double.isInfinite(value)) {
                return value > 0 ? ".inf" : "-.inf";
            }
        }
        BigDecimal value = node.decimalValue();
        String text = value.toString();
        int exponent = text.indexOf('E');
        if (exponent < 0) {
            return text.indexOf('.') < 0 ? text + ".0" : text;
        }
        String digits = text.substring(0, exponent);
        return (digits.indexOf('.') < 0 ? digits + ".0" : digits) + "e" + text.substring(exponent + 1);
    }

    /** Collects what the emitter writes. */
    private static final class Text implements StreamDataWriter {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(String part) {
            text.append(part);
        }

        @Override
        public void write(String part, int offset, int length) {
            text.append(part, offset, offset + length);
        }

        /** The text, with characters that nobody sees as escapes: they only stand in double quotes. */
        @Override
        public String toString() {
            StringBuilder visible = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Plain.isInvisible(c)) {
                    visible.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                } else {
                    visible.append(c);
                }
            }
            return visible.toString();
        }
    }
}
