package dev.lockstep.generator.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Whether generated files are laid out as a person would: indented by fours, without blanks or blank lines that say nothing. */
final class Tidy {
    private Tidy() {}

    /** The first line of each file that is not. */
    static List<String> findings(SortedMap<String, String> files) {
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            String[] lines = file.getValue().split("\n", -1);
            int line = 0;
            while (line < lines.length && isTidy(lines, line)) {
                line++;
            }
            if (line < lines.length) {
                findings.add("untidy: " + file.getKey() + ":" + (line + 1) + ": " + lines[line]);
            }
        }
        return findings;
    }

    private static boolean isTidy(String[] lines, int index) {
        String line = lines[index];
        boolean last = index == lines.length - 1;
        boolean blankTwice = line.isEmpty() && !last && (index == 0 || lines[index - 1].isEmpty());
        boolean endsBlank = last && (!line.isEmpty() || index == 0 || lines[index - 1].isEmpty());
        int indent = line.length() - line.stripLeading().length();
        boolean comment = line.startsWith("*", indent);
        return !line.contains("\t")
                && line.equals(line.stripTrailing())
                && !blankTwice
                && !endsBlank
                && indent % 4 == (comment ? 1 : 0);
    }
}
