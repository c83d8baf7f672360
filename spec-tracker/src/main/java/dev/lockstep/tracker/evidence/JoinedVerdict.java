package dev.lockstep.tracker.evidence;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.surface.Member;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.MuteFile;
import dev.lockstep.tracker.compare.Muting;
import dev.lockstep.tracker.compare.Place;
import dev.lockstep.tracker.compare.Wire;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Rules and trial of one change joined: the worse of the two counts. An operation that fails its trial, and of which no rule
 * says that it breaks on the wire, has a finding {@code trial-failed} of its own; what is locked, printed, labelled or ends a
 * process goes by the comparison alone.
 *
 * @param comparison by the rules, with the findings of trials
 * @param evidence of the trials; an operation has the advice {@link Advice#MUST_UPGRADE} only where a finding breaks it
 * @param failed of each operation that fails its trial, by its key, the finding that says so; in the comparison where no other
 *     finding breaks the operation
 */
public record JoinedVerdict(Comparison comparison, Evidence evidence, Map<String, Finding> failed) {
    /** The finding of an operation that fails its trial alone. */
    static final String FAILED = "trial-failed";

    public JoinedVerdict {
        failed = Map.copyOf(failed);
    }

    /** By the rules alone. */
    public JoinedVerdict(Comparison rules) {
        this(rules, Evidence.NONE, Map.of());
    }

    /**
     * Joins them.
     *
     * @param rules with nothing muted
     * @param old the document that the client is of
     * @param options of the client
     */
    static JoinedVerdict of(
            Comparison rules, Evidence evidence, SpecDocument old, GeneratorOptions options, SpecDocument now) {
        List<OperationEvidence> failing = evidence.operations().stream()
                .filter(operation -> !operation.failures().isEmpty())
                .toList();
        if (failing.isEmpty()) {
            return new JoinedVerdict(rules, evidence, Map.of());
        }
        List<Member> members = ClientGenerator.model(old, options).surface().members();
        Map<String, SpecOperation> described = SpecOperation.byTemplate(now);
        Map<String, Finding> failed = new HashMap<>();
        for (OperationEvidence operation : failing) {
            SpecOperation after = described.get(SpecOperation.template(operation.operation()));
            String pointer = after == null ? Pointer.of("paths") : after.pointer();
            failed.put(
                    operation.operation(),
                    failure(
                            after == null ? operation.operation() : after.key(),
                            new Place(now.source(), now.line(pointer), pointer),
                            operation.failures(),
                            members.stream()
                                    .filter(member -> member.origin().equals(operation.operation()))
                                    .map(Member::symbol)
                                    .sorted()
                                    .distinct()
                                    .toList()));
        }
        List<Finding> alone = failing.stream()
                .map(OperationEvidence::operation)
                .filter(operation -> breaking(rules.findings(), operation).isEmpty())
                .map(failed::get)
                .toList();
        return new JoinedVerdict(rules.with(alone), evidence, failed);
    }

    /** The findings that say that an operation breaks on the wire: its own, and those of the whole API. */
    private static List<Finding> breaking(List<Finding> findings, String operation) {
        String template = SpecOperation.template(operation);
        return findings.stream()
                .filter(finding -> finding.wire() == Wire.BREAKING)
                .filter(finding -> finding.operation().isEmpty()
                        || SpecOperation.template(finding.operation()).equals(template))
                .toList();
    }

    /** Tells the first failure; the fingerprint goes by all of them. */
    private static Finding failure(String operation, Place at, List<Failure> failures, List<String> symbols) {
        List<Failure> more = failures.subList(1, failures.size());
        return Finding.of(
                FAILED,
                operation,
                at,
                more.stream().map(Failure::toString).collect(Collectors.joining("\n")),
                failures.get(0) + (more.isEmpty() ? "" : " and " + more.size() + " more"),
                symbols);
    }

    /** The same with findings that point elsewhere. */
    public JoinedVerdict located(UnaryOperator<Place> places, int outside) {
        Map<String, Finding> located = new HashMap<>(failed);
        located.replaceAll((operation, finding) -> finding.at(places.apply(finding.at())));
        return new JoinedVerdict(comparison.located(places, outside), evidence, located);
    }

    /**
     * The same without what a team judged wrong. Where no finding is left that breaks an operation, the failures that no muted
     * one explains are a finding of their own; where there are none, it need not be upgraded.
     */
    public JoinedVerdict muted(MuteFile mutes, LocalDate today) {
        Comparison rules = mutes.mute(comparison, today);
        List<Finding> muted =
                rules.muting().muted().stream().map(Muting.Muted::finding).toList();
        List<Finding> left = new ArrayList<>();
        for (OperationEvidence operation : evidence.operations()) {
            List<Finding> judged = breaking(muted, operation.operation());
            List<Failure> unexplained = operation.failures().stream()
                    .filter(failure -> judged.stream().noneMatch(failure::isExplainedBy))
                    .toList();
            Finding all = failed.get(operation.operation());
            if (all != null
                    && !unexplained.isEmpty()
                    && breaking(rules.findings(), operation.operation()).isEmpty()) {
                left.add(failure(all.operation(), all.at(), unexplained, all.symbols()));
            }
        }
        Comparison joined = mutes.mute(comparison.with(left), today);
        List<OperationEvidence> operations = evidence.operations().stream()
                .map(operation -> operation.advice() == Advice.MUST_UPGRADE
                                && breaking(joined.findings(), operation.operation())
                                        .isEmpty()
                        ? operation.with(Advice.MUTED)
                        : operation)
                .toList();
        return new JoinedVerdict(joined, new Evidence(operations, evidence.unchanged()), failed);
    }
}
