package dev.lockstep.tracker.evidence;

import java.util.List;

/**
 * What came of letting a vendor's locked client meet its new document.
 *
 * @param operations those that changed or went, by their keys
 * @param unchanged how many both documents describe alike: nothing was tried of them
 */
public record Evidence(List<OperationEvidence> operations, int unchanged) {
    /** Nothing was tried. */
    public static final Evidence NONE = new Evidence(List.of(), 0);

    public Evidence {
        operations = List.copyOf(operations);
    }

    /** How many operations were not tried out, or not fully: of these, no failure says nothing. */
    public long untried() {
        return count(Advice.UNKNOWN);
    }

    /** How many operations have this advice. */
    public long count(Advice advice) {
        return operations.stream()
                .filter(operation -> operation.advice() == advice)
                .count();
    }

    /** Where rules and trials contradict each other. */
    public List<OperationEvidence> faults() {
        return operations.stream()
                .filter(operation -> !operation.fault().isEmpty())
                .toList();
    }
}
