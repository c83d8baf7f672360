package dev.lockstep.tracker.evidence;

import java.util.List;

/**
 * What trying out one operation gave.
 *
 * @param operation key as the old document spells it
 * @param answers how many the old client was given
 * @param requests how many of its requests were checked
 * @param failures sorted; empty if all went well
 * @param obstacle why it could not be tried; empty if it was
 * @param gaps what of it could not be tried, one sentence each
 * @param sunset the announced end; empty for none
 */
public record Result(
        String operation,
        int answers,
        int requests,
        List<Failure> failures,
        String obstacle,
        List<String> gaps,
        String sunset) {
    public Result {
        failures = List.copyOf(failures);
        gaps = List.copyOf(gaps);
    }

    /** One that was tried whole, or not at all. */
    public Result(String operation, int answers, int requests, List<Failure> failures, String obstacle, String sunset) {
        this(operation, answers, requests, failures, obstacle, List.of(), sunset);
    }

    /** Whether all of it was tried: then, and only then, no failure means that nothing fails. */
    boolean isWhole() {
        return tried() && gaps.isEmpty();
    }

    /** Whether anything was tried. */
    public boolean tried() {
        return obstacle.isEmpty();
    }
}
