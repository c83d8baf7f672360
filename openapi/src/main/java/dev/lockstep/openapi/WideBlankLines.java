package dev.lockstep.openapi;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Leading blank lines of block scalars that are wider than the scalar's text: YAML forbids them (1.2.2, section 8.1.1.1), and
 * published documents have them.
 */
final class WideBlankLines {
    /** How a line ends whose block scalar finds its indentation by its first line of text. */
    private static final Pattern HEADER = Pattern.compile("(^|.*[\\s:-])[|>][-+]?[ \t]*(#.*)?");

    private final String text;
    private final StringBuilder narrowed = new StringBuilder();
    private final Set<Integer> headers = new HashSet<>();
    private int copied;

    private WideBlankLines(String text) {
        this.text = text;
    }

    /**
     * A text that YAML allows.
     *
     * @param text in which the white space of such lines is left out
     * @param headers the lines, from 0, on which their block scalars begin
     */
    record Narrowed(String text, Set<Integer> headers) {}

    static Narrowed of(String text) {
        return text.contains("\n ") ? new WideBlankLines(text).narrowed() : new Narrowed(text, Set.of());
    }

    private Narrowed narrowed() {
        int scalar = -1; // the column that the text of the open block scalar lies beyond
        int line = 0;
        int start = 0;
        while (start < text.length()) {
            int end = end(start);
            int column = column(start, end);
            boolean blank = start + column == end;
            if (!blank && column <= scalar) {
                scalar = -1;
            }
            if (!blank && scalar < 0 && isHeader(start, end)) {
                scalar = parent(start + column, end) - start;
                blankLines(end + 1, line);
            }
            start = end + 1;
            line++;
        }
        if (headers.isEmpty()) {
            return new Narrowed(text, Set.of());
        }
        return new Narrowed(narrowed.append(text, copied, text.length()).toString(), Set.copyOf(headers));
    }

    /** Leaves out the white space of the blank lines from here on, if one is wider than the text after them. */
    private void blankLines(int first, int header) {
        int widest = 0;
        int next = first;
        int column = 0;
        while (next < text.length()) {
            int end = end(next);
            column = column(next, end);
            if (next + column < end) {
                break;
            }
            widest = Math.max(widest, column);
            next = end + 1;
            column = 0;
        }
        if (widest <= column) {
            return;
        }
        headers.add(header);
        for (int start = first; start < next; start = end(start) + 1) {
            narrowed.append(text, copied, start);
            copied = end(start);
        }
    }

    /** A cheap look before the pattern: few lines end so. */
    private boolean isHeader(int start, int end) {
        for (int i = end - 1; i >= start; i--) {
            char c = text.charAt(i);
            if (c == '|' || c == '>') {
                return HEADER.matcher(text.substring(start, end)).matches();
            }
            if (c != '-' && c != '+' && c != ' ' && c != '\t') {
                return hasComment(start, end)
                        && HEADER.matcher(text.substring(start, end)).matches();
            }
        }
        return false;
    }

    private boolean hasComment(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '#') {
                return true;
            }
        }
        return false;
    }

    /** The place that the scalar's text lies beyond: the key's, or the last dash's where there is no key. */
    private int parent(int first, int end) {
        int dash = first;
        int at = first;
        while (at + 1 < end && text.charAt(at) == '-' && text.charAt(at + 1) == ' ') {
            dash = at;
            at++;
            while (at < end && text.charAt(at) == ' ') {
                at++;
            }
        }
        char c = text.charAt(Math.min(at, end - 1));
        return c == '|' || c == '>' ? dash : at;
    }

    private int end(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private int column(int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        return at - start;
    }
}
