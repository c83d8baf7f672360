package dev.lockstep.tracker.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/evidence.md is {@link NotExecuted}'s; {@code -Dlockstep.write=true} writes it. */
class EvidencePageTest {
    private static final String HEAD = "| why no trial shows it | rules |\n|---|---|\n";

    private static String table() {
        Map<String, TreeSet<String>> byReason = new LinkedHashMap<>();
        NotExecuted.reasons()
                .forEach((id, reason) ->
                        byReason.computeIfAbsent(reason, key -> new TreeSet<>()).add(id));
        return byReason.entrySet().stream()
                .map(each -> "| " + each.getKey() + " | "
                        + each.getValue().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "))
                        + " |\n")
                .collect(Collectors.joining("", HEAD, ""));
    }

    @Test
    void listsWhatIsNotExecuted() throws IOException {
        Path file = Path.of(System.getProperty("lockstep.root", "..")).resolve("docs/evidence.md");
        List<String> lines = Files.readAllLines(file);
        int start = lines.indexOf(HEAD.substring(0, HEAD.indexOf('\n')));
        int end = start;
        while (end < lines.size() && lines.get(end).startsWith("|")) {
            end++;
        }
        if (Boolean.getBoolean("lockstep.write")) {
            String text = String.join("\n", lines.subList(0, start)) + "\n" + table()
                    + String.join("\n", lines.subList(end, lines.size())) + "\n";
            Files.writeString(file, text);
        } else {
            assertEquals(table(), String.join("\n", lines.subList(start, end)) + "\n");
        }
    }
}
