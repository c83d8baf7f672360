package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.DeepWork;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Compares an old document with a new one. Stateless and safe to share. */
public final class Comparer {
    private Comparer() {}

    /** Reads both at once, then judges every difference.
     *
     * @throws dev.lockstep.openapi.SpecException when one cannot be read; the old one's goes first
     */
    public static Comparison compare(Supplier<ComparisonInput> before, Supplier<ComparisonInput> after) {
        CompletableFuture<ComparisonInput> fresh = CompletableFuture.supplyAsync(after);
        ComparisonInput old = before.get();
        return compare(old, joined(fresh));
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    /**
     * How many findings lie on operations other than the selected ones.
     *
     * @param selected operations as {@code METHOD /path}
     * @throws dev.lockstep.openapi.SpecException as {@link #compare(ComparisonInput, ComparisonInput)}
     */
    public static int outside(SpecDocument before, SpecDocument after, Set<String> selected) {
        return (int)
                DeepWork.on(after, () -> new DocumentComparison(Node.root(before), Node.root(after), true).compare())
                        .stream()
                        .map(judged -> judged.finding().operation())
                        .filter(operation -> !operation.isEmpty() && !selected.contains(operation))
                        .count();
    }

    /**
     * Judges every difference.
     *
     * @throws dev.lockstep.openapi.SpecException when the schemas of one of the documents lead into each other in
     *     more ways than can be followed; on no other document that the reader accepted
     */
    public static Comparison compare(ComparisonInput before, ComparisonInput after) {
        if (before.document().root().equals(after.document().root())) {
            return new Comparison(before.document().source(), after.document().source(), List.of(), 0);
        }
        CompletableFuture<Optional<JavaComparison>> clients =
                CompletableFuture.supplyAsync(() -> JavaComparison.of(before, after));
        List<Judged> judged = DeepWork.on(
                after.document(),
                () -> new DocumentComparison(Node.root(before.document()), Node.root(after.document()), before.ours())
                        .compare());
        List<Finding> all = Findings.sorted(joined(clients)
                .map(java -> java.judge(judged, after))
                .orElseGet(() -> judged.stream().map(Judged::finding).toList()));
        return new Comparison(before.document().source(), after.document().source(), all, 0);
    }
}
