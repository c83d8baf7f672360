package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.JavaImpact;
import dev.lockstep.tracker.compare.Wire;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor changed so far, as its CHANGELOG.md tells.
 *
 * @param updates oldest first
 */
public record History(List<Update> updates) {
    /** Nothing is known of the past. */
    public static final History NONE = new History(List.of());

    private static final Pattern TITLE = Pattern.compile("## (\\d+\\.\\d+\\.\\d+), (\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern CHANGE = Pattern.compile(
            "- .*\\((none|docs-only|compatible|risky|breaking) on the wire, (none|compatible|breaking) in Java\\)");

    /**
     * One locked update.
     *
     * @param version of the client since then
     * @param wire the worst of its changes
     * @param java likewise
     * @param changes how many there were; 0 for the first lock
     */
    public record Update(String version, LocalDate date, Wire wire, JavaImpact java, int changes) {
        Update and(Wire otherWire, JavaImpact otherJava) {
            return new Update(version, date, wire.or(otherWire), java.or(otherJava), changes + 1);
        }
    }

    public History {
        updates = List.copyOf(updates);
    }

    /** Reads a CHANGELOG.md; what is written in another way, by hand, is passed over. */
    public static History of(String changelog) {
        List<Update> updates = new ArrayList<>();
        for (String line : changelog.lines().toList()) {
            Matcher title = TITLE.matcher(line);
            Matcher change = CHANGE.matcher(line);
            LocalDate date = title.matches() ? day(title.group(2)) : null;
            if (date != null) {
                updates.add(new Update(title.group(1), date, Wire.NONE, JavaImpact.NONE, 0));
            } else if (change.matches() && !updates.isEmpty()) {
                int last = updates.size() - 1;
                updates.set(last, updates.get(last).and(Wire.of(change.group(1)), JavaImpact.of(change.group(2))));
            }
        }
        Collections.reverse(updates);
        return new History(updates);
    }

    /** Null for what is no day of the calendar: written by hand. */
    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
