package dev.lockstep.tracker.evidence;

import java.util.List;

/**
 * What trying out one operation gave, beside what the rules say of it.
 *
 * @param operation {@code METHOD /path} as the locked document spells it
 * @param sunset the announced end as the vendor writes it; empty for none
 * @param answers how many answers of the new document the locked client was given
 * @param requests how many of its requests were held against the new document
 * @param failures what did not work; sorted
 * @param limits what no trial could show, one sentence each
 * @param fault how rules and trial disagree, which is an error of Lockstep; empty if they agree
 */
public record OperationEvidence(
        String operation,
        Advice advice,
        String sunset,
        int answers,
        int requests,
        List<Failure> failures,
        List<String> limits,
        String fault) {
    /** What must be done by when, where nobody announced a date. */
    private static final String LIVE = "before the vendor's change is live";

    public OperationEvidence {
        failures = List.copyOf(failures);
        limits = List.copyOf(limits);
    }

    /** The same with another advice. */
    OperationEvidence with(Advice other) {
        return new OperationEvidence(operation, other, sunset, answers, requests, failures, limits, fault);
    }

    /** Until when it holds: a date, or {@value #LIVE}; empty where nothing has to be done. */
    public String deadline() {
        return switch (advice) {
            case MUST_UPGRADE -> sunset.isEmpty() ? LIVE : sunset;
            case SAFE_TO_DELAY -> sunset;
            case UNKNOWN, MUTED -> "";
        };
    }

    /** {@code must upgrade by 2027-01-31}, {@code must upgrade before the vendor's change is live}, {@code safe to delay}. */
    public String verdict() {
        return (words() + " " + when()).strip();
    }

    /** The advice; where a part was tried, {@code not fully tried out}. */
    public String words() {
        return advice == Advice.UNKNOWN && answers + requests > 0 ? "not fully tried out" : advice.text();
    }

    /** The deadline as the end of a sentence: {@code by 2027-01-31}, {@code until 2027-01-31}; empty for none. */
    public String when() {
        String deadline = deadline();
        if (deadline.isEmpty() || deadline.equals(LIVE)) {
            return deadline;
        }
        return (advice == Advice.SAFE_TO_DELAY ? "until " : "by ") + deadline;
    }

    /** How much was tried: {@code 12 answers, 4 requests}. */
    public String tried() {
        return count(answers, "answer") + ", " + count(requests, "request");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
