package dev.lockstep.tracker.report;

import dev.lockstep.tracker.evidence.Advice;
import dev.lockstep.tracker.evidence.Evidence;
import dev.lockstep.tracker.evidence.Failure;
import dev.lockstep.tracker.evidence.OperationEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of trying a change out, in words that every format shares. */
final class Tried {
    static final String TITLE = "The locked client, tried out";
    /** Where nobody has locked anything. */
    static final String OLD_TITLE = "A client of the old document, tried out";

    private static final String DISAGREE = "Rules and trial disagree: ";

    private static final int MOST = 5;

    private Tried() {}

    /** "2 must upgrade, 1 safe to delay; 3 unchanged". */
    static String counts(Evidence evidence) {
        List<String> counts = new ArrayList<>();
        for (Advice advice : List.of(Advice.MUST_UPGRADE, Advice.MUTED, Advice.SAFE_TO_DELAY, Advice.UNKNOWN)) {
            long count = evidence.count(advice);
            if (count > 0) {
                counts.add(count + " " + advice.text());
            }
        }
        return String.join(", ", counts)
                + (evidence.unchanged() == 0 ? "" : "; " + evidence.unchanged() + " unchanged");
    }

    /** Those that need something first, else in their order. */
    static List<OperationEvidence> worstFirst(Evidence evidence) {
        List<OperationEvidence> sorted = new ArrayList<>();
        for (Advice advice : List.of(Advice.MUST_UPGRADE, Advice.MUTED, Advice.UNKNOWN, Advice.SAFE_TO_DELAY)) {
            evidence.operations().stream()
                    .filter(operation -> operation.advice() == advice)
                    .forEach(sorted::add);
        }
        return sorted;
    }

    /** "2 operations were not tried out"; empty where all of what changed was. */
    static String untried(Evidence evidence) {
        long count = evidence.untried();
        return count == 0 ? "" : count + (count == 1 ? " operation was" : " operations were") + " not fully tried out";
    }

    /** What failed, what no trial could show, and where rules and trial disagree: a line each, the first of many. */
    static List<String> lines(OperationEvidence operation) {
        List<String> lines = new ArrayList<>();
        operation.failures().stream().limit(MOST).map(Failure::toString).forEach(lines::add);
        if (operation.failures().size() > MOST) {
            lines.add("and " + (operation.failures().size() - MOST) + " more");
        }
        lines.addAll(operation.limits());
        if (!operation.fault().isEmpty()) {
            lines.add(DISAGREE + operation.fault() + ". The worse of the two counts; please report it.");
        }
        return lines;
    }

    /** Whether it needs no more than a line: nothing to do, nothing to say. */
    private static boolean isQuiet(OperationEvidence operation) {
        return operation.advice() == Advice.SAFE_TO_DELAY
                && operation.sunset().isEmpty()
                && lines(operation).isEmpty();
    }

    /** For the HTML page: those that need something or have something to say. */
    static List<Object> page(Evidence evidence) {
        return page(worstFirst(evidence).stream()
                .filter(operation -> !isQuiet(operation))
                .toList());
    }

    /** The others. */
    static List<Object> quiet(Evidence evidence) {
        return page(evidence.operations().stream().filter(Tried::isQuiet).toList());
    }

    private static List<Object> page(List<OperationEvidence> all) {
        List<Object> operations = new ArrayList<>();
        for (OperationEvidence operation : all) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("operation", operation.operation());
            map.put("advice", operation.words());
            map.put("when", operation.when());
            map.put(
                    "level",
                    switch (operation.advice()) {
                        case MUST_UPGRADE -> "breaking";
                        case SAFE_TO_DELAY -> "compatible";
                        case UNKNOWN, MUTED -> "risky";
                    });
            map.put("tried", operation.tried());
            map.put("lines", lines(operation));
            map.put("linesAny", !lines(operation).isEmpty());
            operations.add(map);
        }
        return operations;
    }
}
