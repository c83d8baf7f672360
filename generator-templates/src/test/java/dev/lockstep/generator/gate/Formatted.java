package dev.lockstep.generator.gate;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether palantir-java-format leaves generated files as they are. */
final class Formatted {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Formatted() {}

    /** All files of operations, and so many of the others, evenly spread. */
    static SortedMap<String, String> some(SortedMap<String, String> files, int most) {
        SortedMap<String, String> some = new TreeMap<>();
        int step = Math.max(1, (files.size() + most - 1) / most);
        int index = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            boolean operations = file.getKey().matches(".*(Api|Service|Client|Adapters)\\.java");
            if (index++ % step == 0 || operations) {
                some.put(file.getKey(), file.getValue());
            }
        }
        return some;
    }

    /** The first line of each file that the formatter writes otherwise. */
    static List<String> changes(SortedMap<String, String> files) {
        List<String> changes = new ArrayList<>();
        files.forEach((path, text) -> {
            String change = change(text);
            if (change != null) {
                changes.add("the formatter changes " + path + change);
            }
        });
        return changes;
    }

    private static @Nullable String change(String text) {
        String formatted;
        try {
            formatted = FORMATTER.formatSource(text);
        } catch (FormatterException e) {
            return ": " + e.getMessage();
        }
        if (formatted.equals(text)) {
            return null;
        }
        List<String> before = text.lines().toList();
        List<String> after = formatted.lines().toList();
        int line = 0;
        while (line < Math.min(before.size(), after.size()) && before.get(line).equals(after.get(line))) {
            line++;
        }
        return ":" + (line + 1) + ":\n    " + at(before, line) + "\n    " + at(after, line);
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "(end)";
    }
}
