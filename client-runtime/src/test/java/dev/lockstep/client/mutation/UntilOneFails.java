package dev.lockstep.client.mutation;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what is left once a test has failed: a mutant needs to be found once. Detected only where a run asks for it. */
public final class UntilOneFails implements ExecutionCondition {
    private static final AtomicBoolean FAILED = new AtomicBoolean();

    static void failed() {
        FAILED.set(true);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return FAILED.get()
                ? ConditionEvaluationResult.disabled("a test has failed")
                : ConditionEvaluationResult.enabled("no test has failed");
    }
}
