package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tokens that repetitions take and successes give back. */
class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget();

    @Test
    void startsWith500AndEndsWhereACostNoLongerFits() {
        for (int i = 0; i < 35; i++) {
            assertTrue(budget.take(14));
        }
        assertEquals(10, budget.tokens());
        assertFalse(budget.take(14));
        assertTrue(budget.take(5));
        assertTrue(budget.take(5));
        assertFalse(budget.take(5));
        assertEquals(0, budget.tokens());
    }

    @Test
    void aSuccessGivesBackWhatItsRepetitionTook() {
        budget.take(14);
        budget.take(14);
        budget.refund(14);
        assertEquals(486, budget.tokens());
    }

    @Test
    void aSuccessAtOnceGivesBackOne() {
        budget.take(14);
        budget.refund(0);
        assertEquals(487, budget.tokens());
    }

    @Test
    void neverHoldsMoreThan500() {
        budget.take(5);
        budget.refund(14);
        assertEquals(500, budget.tokens());
        budget.refund(1);
        assertEquals(500, budget.tokens());
    }
}
