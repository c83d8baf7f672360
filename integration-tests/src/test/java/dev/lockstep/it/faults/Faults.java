package dev.lockstep.it.faults;

import dev.lockstep.client.RetryClass;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of the matrix, by the part of the exchange that they strike. */
final class Faults {
    /** How long an attempt may last where the vendor stalls. */
    static final Duration STALL = Duration.ofSeconds(1);

    static final Map<String, List<Fault>> GROUPS = groups();

    private Faults() {}

    private static Map<String, List<Fault>> groups() {
        Map<String, List<Fault>> groups = new LinkedHashMap<>();
        groups.put("pre-send", PreSendFaults.ROWS);
        groups.put("request", RequestFaults.ROWS);
        groups.put("response head", HeadFaults.ROWS);
        groups.put("body", BodyFaults.ROWS);
        groups.put("status", StatusFaults.ROWS);
        groups.put("decode", DecodeFaults.ROWS);
        groups.put("lifecycle", LifecycleFaults.ROWS);
        return groups;
    }

    static Stream<Fault> rows() {
        return GROUPS.values().stream().flatMap(List::stream);
    }

    /** Every row at each of the operations in both ways; starred ones under the other retry class too. */
    static Stream<Cell> cells(Collection<Subject> subjects) {
        return cells(rows(), subjects);
    }

    /** The same of some rows. */
    static Stream<Cell> cells(Stream<Fault> rows, Collection<Subject> subjects) {
        return rows.flatMap(fault -> subjects.stream()
                .flatMap(subject -> Arrays.stream(Cell.Mode.values())
                        .flatMap(mode -> classes(fault, subject).map(retry -> new Cell(fault, subject, mode, retry)))));
    }

    private static Stream<RetryClass> classes(Fault fault, Subject subject) {
        RetryClass own = subject.retry();
        RetryClass other = own == RetryClass.ALWAYS ? RetryClass.ONLY_IF_UNSENT : RetryClass.ALWAYS;
        return fault.starred() ? Stream.of(own, other) : Stream.of(own);
    }
}
