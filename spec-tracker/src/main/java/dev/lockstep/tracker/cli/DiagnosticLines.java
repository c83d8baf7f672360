package dev.lockstep.tracker.cli;

import dev.lockstep.openapi.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Diagnostics for a person to read: of many that differ only in what they quote, the first few, and how many more there are. */
final class DiagnosticLines {
    private static final int SHOWN = 3;

    /** Quoted texts, paths, numbers, variables, and words that begin with a capital: names of methods, classes and headers. */
    private static final Pattern DIFFERS =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|/\\S*|\\d+|\\{[^}]*}|\\b[A-Z]\\S*");

    private DiagnosticLines() {}

    /** One line each, in the order in which their kinds first appear. */
    static List<String> of(List<Diagnostic> diagnostics) {
        Map<String, List<Diagnostic>> kinds = new LinkedHashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            String kind =
                    diagnostic.level() + DIFFERS.matcher(diagnostic.message()).replaceAll("");
            kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(diagnostic);
        }
        List<String> lines = new ArrayList<>();
        for (List<Diagnostic> alike : kinds.values()) {
            // One more than shown takes as much room as saying so.
            int shown = alike.size() <= SHOWN + 1 ? alike.size() : SHOWN;
            alike.subList(0, shown).forEach(diagnostic -> lines.add(diagnostic.toString()));
            if (shown < alike.size()) {
                lines.add(alike.get(0).level().text() + ": " + (alike.size() - shown)
                        + " more like this; --format json lists each");
            }
        }
        return lines;
    }
}
