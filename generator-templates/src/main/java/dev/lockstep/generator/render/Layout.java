package dev.lockstep.generator.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks the lines of rendered code where palantir-java-format would, so that a formatter finds nothing to change. It knows
 * the statements that our templates print, and no others.
 */
final class Layout {
    private static final int COLUMNS = 120;

    /** The formatter starts no last call of a chain beyond this column. */
    private static final int LAST_DOT = 80;

    private static final String WITH = ".with(callOptions);";
    private static final String BUILT = ".build();";
    private static final String PREFIXED = ".withPrefix(";
    private static final String CONFIGURED = ".configuredAs(";

    private Layout() {}

    static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder(text.length() + 256);
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            line(text.substring(start, end < 0 ? text.length() : end), wrapped);
            start = end < 0 ? text.length() : end + 1;
        }
        return wrapped.toString();
    }

    private static void line(String line, StringBuilder out) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        String code = line.substring(indent);
        if (code.startsWith("*") || code.startsWith("/*")) {
            out.append(line).append('\n');
        } else if (code.endsWith(WITH)) {
            with(line, indent, out);
        } else if (code.startsWith(".scheme(") && line.indexOf(CONFIGURED) > LAST_DOT) {
            scheme(line, indent, out);
        } else if (line.indexOf(BUILT) > LAST_DOT) {
            initializer(code, indent, out);
        } else if (line.length() <= COLUMNS) {
            out.append(line).append('\n');
        } else if (code.startsWith("@")) {
            annotation(code, indent, out);
        } else if (assignment(code) >= 0) {
            initializer(code, indent, out);
        } else if (code.indexOf('(') >= 0) {
            arguments(code, indent, indent + 8, false, out);
        } else {
            out.append(line).append('\n');
        }
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
            arguments(call.substring(indent), indent, indent + 16, false, out);
        }
        out.append(" ".repeat(indent + 8)).append(WITH).append('\n');
    }

    /** One member a line; an array of annotations breaks again where it must. */
    private static void annotation(String code, int indent, StringBuilder out) {
        arguments(code, indent, indent + 8, code.contains(" = "), out);
    }

    private static int assignment(String code) {
        int equals = code.indexOf(" = ");
        int open = code.indexOf('(');
        return equals >= 0 && (open < 0 || equals < open) ? equals : -1;
    }

    private static void initializer(String code, int indent, StringBuilder out) {
        int equals = assignment(code);
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
        int close = closing(code, open);
        if (close < 0 || close == open + 1) {
            out.append(" ".repeat(indent)).append(code).append('\n');
            return;
        }
        String inside = code.substring(open + 1, close);
        String tail = code.substring(close);
        String margin = " ".repeat(inner);
        out.append(" ".repeat(indent)).append(code, 0, open + 1).append('\n');
        if (!always && inner + inside.length() + tail.length() <= COLUMNS) {
            out.append(margin).append(inside).append(tail).append('\n');
            return;
        }
        List<String> parts = parts(inside);
        for (int i = 0; i < parts.size(); i++) {
            String end = i + 1 < parts.size() ? "," : tail;
            String part = parts.get(i) + end;
            if (inner + part.length() > COLUMNS && part.startsWith("@") && part.indexOf('(') > 0) {
                arguments(part, inner, inner + 8, false, out);
            } else if (inner + part.length() > COLUMNS && part.startsWith("{")) {
                array(part, inner, out);
            } else {
                out.append(margin).append(part).append('\n');
            }
        }
    }

    private static void array(String code, int indent, StringBuilder out) {
        int close = code.lastIndexOf('}');
        out.append(" ".repeat(indent)).append("{\n");
        List<String> parts = parts(code.substring(1, close));
        for (int i = 0; i < parts.size(); i++) {
            out.append(" ".repeat(indent + 4)).append(parts.get(i)).append(i + 1 < parts.size() ? ",\n" : "\n");
        }
        out.append(" ".repeat(indent)).append(code.substring(close)).append('\n');
    }

    /** Splits at commas outside of brackets and literals. */
    private static List<String> parts(String inside) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c == '"') {
                i = literalEnd(inside, i);
            } else if (c == '(' || c == '<' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}' || (c == '>' && inside.charAt(i - 1) != '-')) {
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
            if (c == '"') {
                i = literalEnd(code, i);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The index of the quote that ends the literal. */
    private static int literalEnd(String code, int start) {
        int i = start + 1;
        while (i < code.length() && code.charAt(i) != '"') {
            i += code.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
