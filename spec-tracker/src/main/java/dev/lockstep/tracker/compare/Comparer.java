package dev.lockstep.tracker.compare;

import java.util.ArrayList;
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
     * @throws dev.lockstep.generator.document.SpecException when one cannot be read; the old one's goes first
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

    /** Judges every difference; never throws on documents that the reader accepted. */
    public static Comparison compare(ComparisonInput before, ComparisonInput after) {
        if (before.document().root().equals(after.document().root())) {
            return new Comparison(before.document().source(), after.document().source(), List.of(), 0);
        }
        CompletableFuture<Optional<JavaComparison>> clients =
                CompletableFuture.supplyAsync(() -> JavaComparison.of(before, after));
        List<Judged> judged = new DocumentComparison(
                        SpecNode.root(before.document()), SpecNode.root(after.document()), before.ours())
                .compare();
        List<Finding> all = Findings.sorted(joined(clients)
                .map(java -> java.judge(judged, after))
                .orElseGet(() -> judged.stream().map(Judged::finding).toList()));
        List<Finding> inside = new ArrayList<>();
        Set<String> selection = before.selection();
        for (Finding finding : all) {
            boolean selected = selection.isEmpty()
                    || finding.operation().isEmpty()
                    || selection.contains(finding.operation())
                    || after.selection().contains(finding.operation());
            if (selected) {
                inside.add(finding);
            }
        }
        return new Comparison(
                before.document().source(), after.document().source(), inside, all.size() - inside.size());
    }
}
