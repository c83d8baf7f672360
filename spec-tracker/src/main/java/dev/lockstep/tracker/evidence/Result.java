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
 * @param sunset the announced end; empty for none
 */
public record Result(
        String operation, int answers, int requests, List<Failure> failures, String obstacle, String sunset) {
    public Result {
        failures = List.copyOf(failures);
    }

    /** Whether anything was tried. */
    public boolean tried() {
        return obstacle.isEmpty();
    }
}
