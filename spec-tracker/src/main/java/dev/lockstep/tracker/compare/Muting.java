package dev.lockstep.tracker.compare;

import java.time.LocalDate;
import java.util.List;

/** What a mute file did to a comparison.
 *
 * @param muted the findings that count for nothing, in their order; every report counts them
 * @param notes what a person should know of the file: entries that expired, and those that match no finding
 */
public record Muting(List<Muted> muted, List<String> notes) {
    /** Nothing is muted. */
    public static final Muting NONE = new Muting(List.of(), List.of());

    public Muting {
        muted = List.copyOf(muted);
        notes = List.copyOf(notes);
    }

    /** A finding that a team judged wrong.
     *
     * @param reason in the team's words
     * @param expires the last day on which it is muted
     */
    public record Muted(Finding finding, String reason, LocalDate expires) {}
}
