package dev.lockstep.it.faults;

import dev.lockstep.client.RetryClass;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a call under a fault comes to.
 *
 * @param failure what it throws, or null for a success
 * @param requests how many requests the vendor sees
 * @param waits every wait, exactly
 * @param attempts the attempts, each as phase, status, exception and ambiguity: a regular expression
 */
record Expected(
        @Nullable Class<? extends Throwable> failure, int requests, List<Duration> waits, List<String> attempts) {

    /** An attempt that brought a whole 200. */
    static final String OK = "COMPLETE 200";

    /** The class of the failure's name, or {@code success}. */
    String result() {
        return failure == null ? "success" : failure.getSimpleName();
    }

    /** What is expected of a cell; most depend on the retry class alone. */
    @FunctionalInterface
    interface Rule {
        Expected of(Cell cell);

        /** This rule but for the cells that another one is for. */
        default Rule but(Predicate<Cell> where, Rule other) {
            return cell -> where.test(cell) ? other.of(cell) : of(cell);
        }

        /** This rule for operations whose answer is decoded; for the others the status line is enough. */
        default Rule elseSuccess() {
            return but(cell -> !cell.subject().has(Subject.Trait.DECODED), success());
        }

        /** This rule with another number of requests that the vendor sees. */
        default Rule requests(int count) {
            return cell -> {
                Expected expected = of(cell);
                return new Expected(expected.failure, count, expected.waits, expected.attempts);
            };
        }
    }

    /** One attempt, one 200. */
    static Rule success() {
        return cell -> new Expected(null, 1, List.of(), List.of(OK));
    }

    /** One attempt, and the call fails. */
    static Rule fails(Class<? extends Throwable> failure, String attempt) {
        return cell -> new Expected(failure, 1, List.of(), List.of(attempt));
    }

    /** All three attempts fail alike, with transient delays between them. */
    static Rule failsThrice(Class<? extends Throwable> failure, String attempt) {
        return cell -> new Expected(failure, 3, millis(100, 200), List.of(attempt, attempt, attempt));
    }

    /** The first attempt fails, the second one succeeds. */
    static Rule repeated(long waitMillis, String attempt) {
        return cell -> new Expected(null, 2, millis(waitMillis), List.of(attempt, OK));
    }

    /** Repeated where that is safe; elsewhere it stops, and says that the outcome is open. */
    static Rule ambiguous(Class<? extends Throwable> failure, String attempt) {
        String open = attempt + " ambiguous";
        Rule stopped = fails(failure, open);
        Rule repeated = repeated(100, open);
        return cell -> cell.retry() == RetryClass.ALWAYS ? repeated.of(cell) : stopped.of(cell);
    }

    static List<Duration> millis(long... waits) {
        return Arrays.stream(waits).mapToObj(Duration::ofMillis).toList();
    }
}
