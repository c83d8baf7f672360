package dev.lockstep.generator.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks the lines of rendered code where palantir-java-format would, so that a formatter finds nothing to change. It knows
 * the statements that our templates print, and no others: a line of a user's template that it does not know stays as it is.
 * Whatever it breaks, the tokens stay the same: it works on the {@link SourceMask} of the text, and leaves each line alone
 * that holds some of a comment or text block.
 */
final class Layout {
    private static final int COLUMNS = 120;

    /** The formatter starts no last call of a chain beyond this column. */
    private static final int LAST_DOT = 80;

    private static final String WITH = ".with(callOptions);";
    private static final String BUILT = ".build();";
    private static final String PREFIXED = ".withPrefix(";
    private static final String CONFIGURED = ".configuredAs(";
    private static final String LIST = "Json.list(";

    /** So many nested calls the formatter does not part. */
    private static final int TOGETHER = 6;

    private static final String ASSIGNED = " = \"";
    private static final String ARROW = " ->";
    private static final String EXTENDS = " extends ";

    /** Tokens of one character, which is part of no longer one. */
    private static final String SEPARATORS = "(){},;";

    private Layout() {}

    /** The text with its long lines broken; its tokens are the same. */
    static String wrap(String text) {
        String masked = SourceMask.of(text);
        StringBuilder wrapped = new StringBuilder(text.length() + 256);
        int start = 0;
        while (start < text.length()) {
            int next = text.indexOf('\n', start);
            int end = next < 0 ? text.length() : next;
            String line = text.substring(start, end);
            String code = masked.substring(start, end);
            StringBuilder broken = new StringBuilder();
            if (code.indexOf(SourceMask.OPAQUE) < 0 && code.indexOf('\r') < 0) {
                line(code, broken);
            }
            if (hasTokensOf(code, broken)) {
                unmask(broken, code, line, wrapped);
            } else {
                wrapped.append(line).append('\n');
            }
            start = end + 1;
        }
        return wrapped.toString();
    }

    /** Whether broken code differs from its line only in white space before or behind brackets, commas and semicolons. */
    private static boolean hasTokensOf(String line, CharSequence broken) {
        if (broken.isEmpty()) {
            return false;
        }
        char before = '(';
        int at = 0;
        int other = 0;
        while (true) {
            int next = code(line, at);
            int otherNext = code(broken, other);
            if (next == line.length() || otherNext == broken.length()) {
                return next == line.length() && otherNext == broken.length();
            }
            char c = line.charAt(next);
            boolean apart = next > at;
            boolean otherApart = otherNext > other;
            boolean bounded = SEPARATORS.indexOf(before) >= 0 || SEPARATORS.indexOf(c) >= 0;
            if (c != broken.charAt(otherNext) || (apart != otherApart && !bounded)) {
                return false;
            }
            before = c;
            at = next + 1;
            other = otherNext + 1;
        }
    }

    /** The index of the next character that is no white space, or the length. */
    private static int code(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Puts the characters of the line's literals back; they are in their order. */
    private static void unmask(CharSequence broken, String code, String line, StringBuilder out) {
        int at = 0;
        for (int i = 0; i < broken.length(); i++) {
            char c = broken.charAt(i);
            if (!Character.isWhitespace(c)) {
                at = code(code, at);
                c = line.charAt(at++);
            }
            out.append(c);
        }
    }

    private static void line(String line, StringBuilder out) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        String code = line.substring(indent);
        if (code.endsWith(WITH)) {
            with(line, indent, out);
        } else if (code.startsWith(".scheme(") && line.indexOf(CONFIGURED) > LAST_DOT) {
            scheme(line, indent, out);
        } else if (line.indexOf(BUILT) > LAST_DOT && assignment(code) >= 0) {
            initializer(code, indent, out);
        } else if (line.length() <= COLUMNS) {
            out.append(line).append('\n');
        } else if (code.endsWith("{") && code.contains(EXTENDS)) {
            int at = line.indexOf(EXTENDS);
            out.append(line, 0, at).append('\n');
            out.append(" ".repeat(indent + 8)).append(line.substring(at + 1)).append('\n');
        } else if (code.startsWith("case ") && code.contains(ARROW)) {
            int arrow = line.indexOf(ARROW) + ARROW.length();
            out.append(line, 0, arrow).append('\n');
            out.append(" ".repeat(indent + 4))
                    .append(line.substring(arrow).strip())
                    .append('\n');
        } else if (code.startsWith("@")) {
            annotation(code, indent, out);
        } else if (assignment(code) >= 0) {
            initializer(code, indent, out);
        } else if (code.indexOf('(') >= 0) {
            method(code, indent, out);
        } else {
            out.append(line).append('\n');
        }
    }

    /** A name that ends beyond the last column goes to a line of its own, behind its type. */
    private static void method(String code, int indent, StringBuilder out) {
        int open = code.indexOf('(');
        int name = code.lastIndexOf(' ', open);
        if (name < 0 || indent + open + 1 <= COLUMNS) {
            arguments(code, indent, indent + 8, false, out);
            return;
        }
        out.append(" ".repeat(indent)).append(code, 0, name).append('\n');
        line(" ".repeat(indent + 8) + code.substring(name + 1), out);
    }

    /** Once the chain breaks, each of its calls stands on a line of its own. */
    private static void scheme(String line, int indent, StringBuilder out) {
        int configured = line.indexOf(CONFIGURED);
        int prefixed = line.indexOf(PREFIXED);
        String margin = " ".repeat(indent + 8);
        if (prefixed >= 0 && prefixed < configured) {
            out.append(line, 0, prefixed).append('\n');
            out.append(margin).append(line, prefixed, configured).append('\n');
        } else {
            out.append(line, 0, configured).append('\n');
        }
        out.append(margin).append(line.substring(configured)).append('\n');
    }

    /** The call of the Retrofit interface, with the options of the call behind it. */
    private static void with(String line, int indent, StringBuilder out) {
        String call = line.substring(0, line.length() - WITH.length());
        if (call.length() <= LAST_DOT) {
            out.append(line).append('\n');
            return;
        }
        if (call.length() <= COLUMNS) {
            out.append(call).append('\n');
        } else {
            onlyArgument(call.substring(indent), indent, indent + 16, out);
        }
        out.append(" ".repeat(indent + 8)).append(WITH).append('\n');
    }

    /** A call that is the only argument of another starts behind it, if it does not fit on a line of its own. */
    private static void onlyArgument(String code, int indent, int inner, StringBuilder out) {
        int open = code.indexOf('(');
        if (open < 0 || closing(code, open) != code.length() - 1) {
            arguments(code, indent, inner, false, out);
            return;
        }
        String inside = code.substring(open + 1, code.length() - 1);
        int second = inside.indexOf('(');
        boolean only = second > 0 && parts(inside).size() == 1 && closing(inside, second) == inside.length() - 1;
        if (!only || inner + inside.length() + 1 <= COLUMNS || indent + open + second + 2 > COLUMNS) {
            arguments(code, indent, inner, false, out);
            return;
        }
        String start = code.substring(0, open + second + 2);
        String rest = inside.substring(second + 1, inside.length() - 1);
        out.append(" ".repeat(indent)).append(start).append('\n');
        listed(parts(rest), rest, "))", inner, false, out);
    }

    /** One member a line; an array of annotations breaks again where it must. */
    private static void annotation(String code, int indent, StringBuilder out) {
        int open = code.indexOf("({");
        if (open > 0
                && code.endsWith("})")
                && parts(code.substring(open + 1, code.length() - 1)).size() == 1) {
            out.append(" ".repeat(indent)).append(code, 0, open + 1);
            array(code.substring(open + 1, code.length() - 1), indent, "", ")", out);
            return;
        }
        arguments(code, indent, indent + 8, code.contains(" = "), out);
    }

    private static int assignment(String code) {
        int equals = code.indexOf(" = ");
        int open = code.indexOf('(');
        return equals >= 0 && (open < 0 || equals < open) ? equals : -1;
    }

    private static void initializer(String code, int indent, StringBuilder out) {
        int equals = assignment(code);
        int name = code.lastIndexOf(' ', equals - 1);
        if (indent + equals + 2 > COLUMNS && name > 0) {
            out.append(" ".repeat(indent)).append(code, 0, name).append('\n');
            String rest = code.substring(name + 1);
            if (indent + 8 + rest.length() <= COLUMNS) {
                out.append(" ".repeat(indent + 8)).append(rest).append('\n');
            } else {
                initializer(rest, indent + 8, out);
            }
            return;
        }
        String expression = code.substring(equals + 3);
        String margin = " ".repeat(indent + 8);
        if (indent + 8 + expression.length() <= COLUMNS) {
            out.append(" ".repeat(indent)).append(code, 0, equals).append(" =\n");
            out.append(margin).append(expression).append('\n');
            return;
        }
        int open = code.indexOf('(', equals);
        if (open >= 0 && indent + open + 1 <= COLUMNS) {
            arguments(code, indent, indent + 8, false, out);
        } else if (open >= 0) {
            out.append(" ".repeat(indent)).append(code, 0, equals).append(" =\n");
            arguments(expression, indent + 8, indent + 16, false, out);
        } else {
            out.append(" ".repeat(indent)).append(code, 0, equals).append(" =\n");
            out.append(margin).append(expression).append('\n');
        }
    }

    /** Breaks behind the first parenthesis: all arguments on one line if they fit, else each on its own. */
    private static void arguments(String code, int indent, int inner, boolean always, StringBuilder out) {
        int equals = Math.max(0, assignment(code));
        int open = code.indexOf('(', equals);
        int close = open < 0 ? -1 : closing(code, open);
        if (close < 0 || close == open + 1) {
            out.append(" ".repeat(indent)).append(code).append('\n');
            return;
        }
        String inside = code.substring(open + 1, close);
        String tail = code.substring(close);
        out.append(" ".repeat(indent)).append(code, 0, open + 1).append('\n');
        listed(parts(inside), inside, tail, inner, always, out);
    }

    private static void listed(
            List<String> parts, String inside, String tail, int inner, boolean always, StringBuilder out) {
        String margin = " ".repeat(inner);
        if (!always && inner + inside.length() + tail.length() <= COLUMNS) {
            out.append(margin).append(inside).append(tail).append('\n');
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            String end = i + 1 < parts.size() ? "," : tail;
            String part = parts.get(i) + end;
            int outer = outer(part);
            int type = declaredType(part);
            int value = part.indexOf(ASSIGNED);
            if (inner + part.length() > COLUMNS && outer > 0) {
                out.append(margin).append(part, 0, outer).append('\n');
                out.append(" ".repeat(inner + 8)).append(part.substring(outer)).append('\n');
            } else if (inner + part.length() > COLUMNS && type > 0) {
                out.append(margin).append(part, 0, type - 1).append('\n');
                out.append(" ".repeat(inner + 8)).append(part.substring(type)).append('\n');
            } else if (inner + part.length() > COLUMNS && value > 0) {
                out.append(margin).append(part, 0, value + 2).append('\n');
                out.append(" ".repeat(inner + 8))
                        .append(part.substring(value + 3))
                        .append('\n');
            } else if (inner + part.length() > COLUMNS && part.indexOf('(') > 0) {
                arguments(part, inner, inner + 8, false, out);
            } else if (inner + part.length() > COLUMNS && part.startsWith("{") && part.endsWith("}")) {
                array(part, inner, margin, "", out);
            } else {
                out.append(margin).append(part).append('\n');
            }
        }
    }

    /** Where the type of a parameter starts, behind its annotations; 0 for what is no parameter with annotations. */
    private static int declaredType(String part) {
        int at = 0;
        while (part.startsWith("@", at)) {
            int end = at + 1;
            while (end < part.length() && Character.isJavaIdentifierPart(part.charAt(end))) {
                end++;
            }
            if (part.startsWith("(", end)) {
                end = closing(part, end) + 1;
            }
            if (end <= at || !part.startsWith(" ", end)) {
                return 0;
            }
            at = end + 1;
        }
        return at;
    }

    /** Of calls within calls that have nothing else, where the inner ones start that stay together; 0 if there are fewer. */
    private static int outer(String part) {
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        while (part.startsWith(LIST, start)) {
            starts.add(start);
            start += LIST.length();
        }
        return starts.size() > TOGETHER ? starts.get(starts.size() - TOGETHER) : 0;
    }

    private static void array(String code, int indent, String margin, String tail, StringBuilder out) {
        int close = code.lastIndexOf('}');
        out.append(margin).append("{\n");
        List<String> parts = parts(code.substring(1, close));
        for (int i = 0; i < parts.size(); i++) {
            out.append(" ".repeat(indent + 4)).append(parts.get(i)).append(i + 1 < parts.size() ? ",\n" : "\n");
        }
        out.append(" ".repeat(indent))
                .append(code.substring(close))
                .append(tail)
                .append('\n');
    }

    /** Splits at commas outside of brackets. */
    private static List<String> parts(String inside) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c == '(' || c == '<' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}' || (c == '>' && !inside.startsWith("->", i - 1))) {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(inside.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(inside.substring(start).strip());
        return parts;
    }

    private static int closing(String code, int open) {
        int depth = 0;
        for (int i = open; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
