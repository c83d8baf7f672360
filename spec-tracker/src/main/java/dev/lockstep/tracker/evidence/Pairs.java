package dev.lockstep.tracker.evidence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names and values of a query or a form, as they were written, and which of them somebody has read. */
final class Pairs {
    private record Pair(String name, String raw) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final Set<String> read = new LinkedHashSet<>();

    Pairs(String text) {
        for (String part : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = part.indexOf('=');
            pairs.add(new Pair(
                    decoded(equals < 0 ? part : part.substring(0, equals)),
                    equals < 0 ? "" : part.substring(equals + 1)));
        }
    }

    /** Percent-encoding undone; the text itself where it is none. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        pairs.forEach(pair -> names.add(pair.name()));
        return names;
    }

    /** The values of a name, still encoded; marks it as read. */
    List<String> take(String name) {
        read.add(name);
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::raw)
                .toList();
    }

    /** The names that nobody took. */
    Set<String> left() {
        Set<String> left = names();
        left.removeAll(read);
        return left;
    }
}
