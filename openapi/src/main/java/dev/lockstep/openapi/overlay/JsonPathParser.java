package dev.lockstep.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the grammar of RFC 9535, as far as {@link JsonPath} goes. */
final class JsonPathParser {
    private static final Pattern MEMBER =
            Pattern.compile("[A-Za-z_\\x{80}-\\x{10FFFF}][0-9A-Za-z_\\x{80}-\\x{10FFFF}]*");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
    private static final Pattern OPERATOR = Pattern.compile("==|!=|<=|>=|<|>");
    private static final int MAX_DEPTH = 32;

    private final String text;
    private int at;
    private int depth;

    JsonPathParser(String text) {
        this.text = text;
    }

    JsonPath parse() {
        if (!take("$")) {
            throw error("a JSONPath begins with $");
        }
        List<JsonPath.Segment> segments = segments();
        if (at < text.length()) {
            throw error("expected . or [");
        }
        return new JsonPath(text, segments);
    }

    private List<JsonPath.Segment> segments() {
        List<JsonPath.Segment> segments = new ArrayList<>();
        while (true) {
            int start = at;
            blank();
            if (take("..")) {
                segments.add(new JsonPath.Segment(true, peek("[") ? bracket() : List.of(shorthand())));
            } else if (take(".")) {
                segments.add(new JsonPath.Segment(false, List.of(shorthand())));
            } else if (peek("[")) {
                segments.add(new JsonPath.Segment(false, bracket()));
            } else {
                at = start;
                return segments;
            }
        }
    }

    private Selector shorthand() {
        if (take("*")) {
            return new Selector.Wildcard();
        }
        String name = match(MEMBER);
        if (name == null) {
            throw error("expected a name or *; other names are written as ['name']");
        }
        if (peek("(")) {
            throw error("functions such as " + name + "() are not supported in an overlay's target");
        }
        return new Selector.Name(name);
    }

    private List<Selector> bracket() {
        take("[");
        List<Selector> selectors = new ArrayList<>();
        do {
            blank();
            selectors.add(selector());
            blank();
        } while (take(","));
        if (!take("]")) {
            throw error("expected , or ]");
        }
        return List.copyOf(selectors);
    }

    private Selector selector() {
        if (take("*")) {
            return new Selector.Wildcard();
        }
        if (take("?")) {
            return new Selector.Where(or());
        }
        if (peek("'") || peek("\"")) {
            return new Selector.Name(string());
        }
        String index = match(INTEGER);
        blank();
        if (peek(":")) {
            throw error("slices such as [0:2] are not supported in an overlay's target");
        }
        if (index == null) {
            throw error("expected a quoted name, an index, * or ?");
        }
        return new Selector.Index(Integer.parseInt(index));
    }

    private Filter or() {
        if (++depth > MAX_DEPTH) {
            throw error("the filter is nested more than " + MAX_DEPTH + " deep");
        }
        Filter left = and();
        blank();
        while (take("||")) {
            left = new Filter.Or(left, and());
            blank();
        }
        depth--;
        return left;
    }

    private Filter and() {
        Filter left = basic();
        blank();
        while (take("&&")) {
            left = new Filter.And(left, basic());
            blank();
        }
        return left;
    }

    private Filter basic() {
        blank();
        if (take("!")) {
            blank();
            if (peek("(")) {
                return new Filter.Not(group());
            }
            return new Filter.Not(new Filter.Exists(query()));
        }
        if (peek("(")) {
            return group();
        }
        Filter.Operand left = operand();
        blank();
        String operator = match(OPERATOR);
        if (operator == null) {
            if (left instanceof Filter.Query query) {
                return new Filter.Exists(query);
            }
            throw error("expected a comparison");
        }
        blank();
        Filter.Operand right = operand();
        for (Filter.Operand side : List.of(left, right)) {
            if (side instanceof Filter.Query query && !query.singular()) {
                throw error("only a path to a single node can be compared");
            }
        }
        return new Filter.Comparison(left, operator, right);
    }

    private Filter group() {
        take("(");
        Filter inner = or();
        blank();
        if (!take(")")) {
            throw error("expected )");
        }
        return inner;
    }

    private Filter.Operand operand() {
        if (peek("@") || peek("$")) {
            return query();
        }
        return new Filter.Literal(literal());
    }

    private Filter.Query query() {
        boolean absolute = take("$");
        if (!absolute && !take("@")) {
            throw error("expected @ or $");
        }
        return new Filter.Query(absolute, segments());
    }

    private JsonNode literal() {
        if (peek("'") || peek("\"")) {
            return TextNode.valueOf(string());
        }
        String number = match(NUMBER);
        if (number != null) {
            return DecimalNode.valueOf(new BigDecimal(number));
        }
        String word = match(MEMBER);
        if (word != null && peek("(")) {
            throw error("functions such as " + word + "() are not supported in an overlay's target");
        }
        if (word != null && (word.equals("true") || word.equals("false"))) {
            return BooleanNode.valueOf(word.equals("true"));
        }
        if ("null".equals(word)) {
            return NullNode.getInstance();
        }
        throw error("expected a value: a quoted text, a number, true, false, null, or a path from @ or $");
    }

    private String string() {
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            if (c < ' ') {
                throw error("a control character in a name is written as \\uXXXX");
            }
            value.append(c == '\\' ? escape(quote) : c);
        }
        throw error("expected " + quote + " to close the text");
    }

    private char escape(char quote) {
        char c = at < text.length() ? text.charAt(at++) : '\0';
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '/', '\\' -> c;
            case 'u' -> {
                int code = -1;
                if (at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
                    code = Integer.parseInt(text, at, at + 4, 16);
                }
                if (code < 0) {
                    throw error("expected four hexadecimal digits");
                }
                at += 4;
                yield (char) code;
            }
            default -> {
                if (c != quote) {
                    throw error("\\" + c + " is no escape");
                }
                yield c;
            }
        };
    }

    private @Nullable String match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    private void blank() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean peek(String part) {
        return text.startsWith(part, at);
    }

    private boolean take(String part) {
        boolean found = peek(part);
        at += found ? part.length() : 0;
        return found;
    }

    private IllegalArgumentException error(String reason) {
        return new IllegalArgumentException(reason + ", at character " + (at + 1) + " of " + text);
    }
}
