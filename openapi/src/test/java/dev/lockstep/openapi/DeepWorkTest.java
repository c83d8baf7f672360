package dev.lockstep.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DeepWorkTest {
    private final SpecDocument document = SpecReader.parse("openapi: 3.0.3\npaths: {}\n", "deep.yaml");

    private static int depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }

    @SuppressWarnings("InfiniteRecursion") // the point
    private static int endless(int depth) {
        return 1 + endless(depth + 1);
    }

    @Test
    void hasRoomForLongChains() {
        assertEquals(100_000, DeepWork.on(document, () -> depth(100_000)));
    }

    @Test
    void refusesTheDocumentThatNeedsMore() {
        SpecException refused = assertThrows(SpecException.class, () -> DeepWork.on(document, () -> endless(0)));

        assertEquals(
                "deep.yaml:1: its schemas lead on into each other too deeply to be followed; shorten the chains of references",
                refused.getMessage());
    }

    @Test
    void staysOnItsThread() {
        DeepWork.on(document, () -> {
            Thread outer = Thread.currentThread();
            assertSame(outer, DeepWork.on(document, Thread::currentThread));
            return outer;
        });
    }

    @Test
    void handsOnWhatTheWorkThrows() {
        OutOfMemoryError error = new OutOfMemoryError("none left");
        IllegalStateException failure = new IllegalStateException("no");

        assertSame(
                error,
                assertThrows(
                        OutOfMemoryError.class,
                        () -> DeepWork.on(document, () -> {
                            throw error;
                        })));
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> DeepWork.on(document, () -> {
                            throw failure;
                        })));
    }

    @Test
    void aBudgetNamesThePlaceWhereItEnds() {
        Budget budget = new Budget(document, 10, "steps to go");
        budget.spend(4, "#/openapi");
        budget.spend(6, "#/openapi");
        budget.spend(0, "#/paths");

        SpecException refused = assertThrows(SpecException.class, () -> budget.spend(1, "#/paths"));

        assertEquals(2, refused.line());
        assertEquals("#/paths", refused.pointer());
        assertEquals(
                "its schemas lead into each other in too many ways: more than 10 steps to go; let each schema name once what"
                        + " it is made of, or leave the operations out that use it",
                refused.reason());
    }

    @Test
    void aBudgetCountsBeyondEveryInteger() {
        Budget budget = new Budget(document, Integer.MAX_VALUE, "steps to go");
        budget.spend(Integer.MAX_VALUE, "#/paths");

        assertThrows(SpecException.class, () -> budget.spend(Integer.MAX_VALUE, "#/paths"));
    }
}
