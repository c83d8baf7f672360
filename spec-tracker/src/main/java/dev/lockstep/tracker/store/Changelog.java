package dev.lockstep.tracker.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a vendor's CHANGELOG.md: newest first, one section an update. */
public final class Changelog {
    private Changelog() {}

    /**
     * The text with one more section.
     *
     * @param before the text so far; empty for a new file
     * @param reason why a breaking change was accepted, or null
     */
    public static String with(
            String before,
            String vendor,
            String version,
            LocalDate date,
            List<String> changes,
            @Nullable String reason) {
        String title = "# Changes at " + vendor + "\n\n";
        String rest = before.startsWith(title) ? before.substring(title.length()) : before;
        StringBuilder text = new StringBuilder(title);
        text.append("## ").append(version).append(", ").append(date).append("\n\n");
        if (reason != null) {
            text.append("Accepted: ").append(oneLine(reason)).append("\n\n");
        }
        for (String change : changes) {
            text.append("- ").append(oneLine(change)).append('\n');
        }
        return text.append(rest.isEmpty() ? "" : "\n" + rest).toString();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
