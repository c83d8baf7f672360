package dev.lockstep.tracker.compare;

import java.util.List;

/** What the examples of all rules give, for tests of other packages. */
public final class RuleExamples {
    private RuleExamples() {}

    /** One comparison a rule, in the table's order. */
    public static List<Comparison> comparisons() {
        return RuleExample.all().values().stream().map(RuleExample::compare).toList();
    }
}
