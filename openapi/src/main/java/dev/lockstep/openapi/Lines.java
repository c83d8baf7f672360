package dev.lockstep.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of one mapping's entries or one sequence's items, and of what is beneath them. */
final class Lines {
    private static final int SCAN = 16;

    private final int line;
    /** The keys in document order; null for a sequence, where the token is the index. */
    private final String @Nullable [] keys;

    private final int[] lines;
    /** What is beneath the entry of the same index; null altogether where all entries are scalars. */
    private final @Nullable Lines @Nullable [] beneath;

    private @Nullable Map<String, Integer> index;

    Lines(int line, String @Nullable [] keys, int[] lines, @Nullable Lines @Nullable [] beneath) {
        this.line = line;
        this.keys = keys;
        this.lines = lines;
        this.beneath = beneath;
    }

    /** The line of the deepest known place on the way. */
    int find(List<String> tokens) {
        Lines at = this;
        int found = line;
        for (String token : tokens) {
            int entry = at.entry(token);
            if (entry < 0) {
                return found;
            }
            found = at.lines[entry];
            Lines next = at.beneath == null ? null : at.beneath[entry];
            if (next == null) {
                return found;
            }
            at = next;
        }
        return found;
    }

    private int entry(String token) {
        if (keys == null) {
            int number = number(token);
            return number < lines.length ? number : -1;
        }
        if (keys.length > SCAN) {
            return index(keys).getOrDefault(token, -1);
        }
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(token)) {
                return i;
            }
        }
        return -1;
    }

    private synchronized Map<String, Integer> index(String[] keys) {
        if (index == null) {
            index = new HashMap<>(keys.length * 2);
            for (int i = 0; i < keys.length; i++) {
                index.put(keys[i], i);
            }
        }
        return index;
    }

    /** The array index that a token means, or -1. */
    static int number(String token) {
        if (token.isEmpty() || token.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
