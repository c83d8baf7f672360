package dev.lockstep.it.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ApiException;
import dev.lockstep.client.Attempt;
import dev.lockstep.it.faults.Subject.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.Pair;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each fault leads to: the result's type, how many requests the vendor sees, every wait, the record of the attempts;
 * and that no connection, no thread and no credential is lost on the way.
 */
class FaultMatrixTest {
    private static final int MAX_MESSAGE = 1024;
    private static Leaks leaks;

    @BeforeAll
    static void watch() {
        leaks = new Leaks();
    }

    @AfterAll
    static void stopWatching() {
        try {
            leaks.assertNone();
        } finally {
            leaks.close();
        }
    }

    static Stream<Cell> applicable() {
        return Faults.cells(EnumSet.allOf(Subject.class)).filter(cell -> cell.lacking() == null);
    }

    static Stream<Cell> late() {
        return Faults.cells(Stream.of(HeadFaults.LATE_GOAWAY), EnumSet.allOf(Subject.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applicable")
    @Execution(ExecutionMode.CONCURRENT)
    void cell(Cell cell) throws Exception {
        try {
            run(cell);
            leaks.assertNone();
        } catch (AssertionError e) {
            throw new AssertionError(cell + ": " + e.getMessage(), e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("late")
    void besideTheTable(Cell cell) throws Exception {
        cell(cell);
    }

    private static void run(Cell cell) throws Exception {
        try (World world = new World(cell)) {
            cell.fault().setup().in(world);
            Outcome outcome = world.run();
            Expected expected = cell.expected();
            if (!outcome.result().equals(expected.result())) {
                throw new AssertionError("expected " + expected.result(), outcome.failure());
            }
            assertAttempts(expected.attempts(), outcome.record());
            assertEquals(expected.waits(), world.timing.waits(), "waits");
            assertEquals(
                    expected.waits().stream()
                            .limit(Math.max(0, outcome.attempts().size() - 1))
                            .toList(),
                    outcome.attempts().stream().skip(1).map(Attempt::delay).toList(),
                    "delays in the record of attempts");
            assertRequests(expected.requests(), world);
            assertSaysWhatIsOpen(outcome);
            cell.fault().check().of(world, outcome);
            assertIdle(world.client());
            Leaks.assertNoCanary(outcome);
            Leaks.assertNoCanary(outcome.failure());
            Leaks.assertNoCanary(world.drift);
            Leaks.assertNoCanary(world.client());
            Leaks.assertNoCanary(world.client().operations());
        }
    }

    private static void assertAttempts(List<String> expected, List<String> actual) {
        boolean match = expected.size() == actual.size();
        for (int i = 0; match && i < expected.size(); i++) {
            match = actual.get(i).matches(expected.get(i));
        }
        assertTrue(match, () -> "expected the attempts " + expected + ", got " + actual);
    }

    private static void assertSaysWhatIsOpen(Outcome outcome) {
        if (outcome.failure() instanceof ApiException failure) {
            boolean open = failure.attempts().stream().anyMatch(Attempt::ambiguous);
            String message = failure.getMessage();
            assertEquals(open, failure.ambiguous());
            assertEquals(open, message.contains("the vendor may have carried the operation out"), message);
            assertTrue(message.length() <= MAX_MESSAGE, message);
        }
    }

    /**
     * Counts the requests that reached the vendor whole. Where the page says that no credential is sent, none is; elsewhere
     * each carries it.
     */
    private static void assertRequests(int expected, World world) throws InterruptedException {
        int count = 0;
        for (RecordedRequest request : world.requests(expected)) {
            count++;
            if (!request.getRequestLine().startsWith("CONNECT ")) {
                assertEquals(!world.subject().anonymous(), carriesCredential(request), "a credential is sent");
            }
        }
        assertEquals(expected, count, "requests at the vendor");
    }

    private static boolean carriesCredential(RecordedRequest request) {
        for (Pair<? extends String, ? extends String> header : request.getHeaders()) {
            if (header.getSecond().contains(Leaks.CANARY)) {
                return true;
            }
        }
        return false;
    }

    private static void assertIdle(ApiClient client) {
        assertEquals(client.idleConnectionCount(), client.connectionCount(), "connections == idle connections");
    }

    @Test
    void theMatrixIsWhole() {
        assertEquals(
                List.of(8, 4, 8, 9, 29, 11, 6),
                Faults.GROUPS.values().stream().map(List::size).toList());
        assertEquals(75, Faults.rows().map(Fault::name).distinct().count());
        assertEquals(18, Faults.rows().filter(Fault::starred).count());
        assertEquals(930, Faults.cells(Subject.published()).count());
        assertEquals(
                0,
                Faults.cells(EnumSet.of(Subject.FIXTURE))
                        .filter(cell -> cell.lacking() != null)
                        .count());
    }

    /** What cannot happen at an operation is not counted, and happens at the fixture. */
    @Test
    void cellsThatCannotHappen() {
        Map<String, Long> reasons = Faults.cells(Subject.published())
                .filter(cell -> cell.lacking() != null)
                .collect(Collectors.groupingBy(FaultMatrixTest::reason, TreeMap::new, Collectors.counting()));
        assertEquals(
                Map.of(
                        "close onRequestBody *: it sends no request body", 20L,
                        "stall request *: it sends no request body", 20L,
                        "write reset *: it sends no request body", 20L,
                        "decode: no success body is documented, so none is decoded", 22L,
                        "missing required: no property of its success is required", 6L,
                        "null required: no property of its success is required", 6L,
                        "unknown enum: no property of its success is an enum", 4L),
                reasons);
        long impossible = reasons.values().stream().mapToLong(Long::longValue).sum();
        assertEquals(98, impossible);
        assertEquals(
                930 - 98,
                applicable().filter(cell -> cell.subject() != Subject.FIXTURE).count());
        assertEquals(
                186,
                applicable().filter(cell -> cell.subject() == Subject.FIXTURE).count());
    }

    private static String reason(Cell cell) {
        Trait lacking = Objects.requireNonNull(cell.lacking());
        return (lacking == Trait.DECODED ? "decode" : cell.fault()) + ": " + lacking.without();
    }
}
