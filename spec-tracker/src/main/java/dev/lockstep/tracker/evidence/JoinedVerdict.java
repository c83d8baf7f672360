package dev.lockstep.tracker.evidence;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.surface.Member;
import dev.lockstep.openapi.Operation;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.MuteFile;
import dev.lockstep.tracker.compare.Place;
import dev.lockstep.tracker.compare.Wire;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rules and trial of one change joined: the worse of the two counts. An operation that fails its trial, and of which no rule
 * says that it breaks on the wire, has a finding {@code trial-failed} of its own; what is locked, printed, labelled or ends a
 * process goes by the comparison alone.
 *
 * @param comparison by the rules, with the findings of trials
 * @param evidence of the trials; an operation has the advice {@link Advice#MUST_UPGRADE} only where a finding breaks it
 */
public record JoinedVerdict(Comparison comparison, Evidence evidence) {
    /** The finding of an operation that fails its trial alone. */
    static final String FAILED = "trial-failed";

    /**
     * Joins them.
     *
     * @param rules with nothing muted
     * @param old the document that the client is of
     * @param options of the client
     */
    static JoinedVerdict of(
            Comparison rules, Evidence evidence, SpecDocument old, GeneratorOptions options, SpecDocument now) {
        List<OperationEvidence> alone = evidence.operations().stream()
                .filter(operation -> !operation.failures().isEmpty() && !breaks(rules, operation))
                .toList();
        if (alone.isEmpty()) {
            return new JoinedVerdict(rules, evidence);
        }
        List<Member> members = ClientGenerator.model(old, options).surface().members();
        Map<String, Operation> described = Operation.byTemplate(now);
        List<Finding> findings = new ArrayList<>();
        for (OperationEvidence operation : alone) {
            Operation after = described.get(Operation.template(operation.operation()));
            String pointer = after == null ? Pointer.of("paths") : after.pointer();
            findings.add(Finding.of(
                    FAILED,
                    after == null ? operation.operation() : after.key(),
                    new Place(now.source(), now.line(pointer), pointer),
                    "",
                    failures(operation),
                    members.stream()
                            .filter(member -> member.origin().equals(operation.operation()))
                            .map(Member::symbol)
                            .sorted()
                            .distinct()
                            .toList()));
        }
        return new JoinedVerdict(rules.with(findings), evidence);
    }

    /** Whether a finding says that an operation breaks on the wire: one of its own, or one of the whole API. */
    private static boolean breaks(Comparison comparison, OperationEvidence operation) {
        String template = Operation.template(operation.operation());
        return comparison.findings().stream()
                .filter(finding -> finding.operation().isEmpty()
                        || Operation.template(finding.operation()).equals(template))
                .anyMatch(finding -> finding.wire() == Wire.BREAKING);
    }

    private static String failures(OperationEvidence operation) {
        int more = operation.failures().size() - 1;
        return operation.failures().get(0) + (more == 0 ? "" : " and " + more + " more");
    }

    /** The same with findings that point elsewhere. */
    public JoinedVerdict with(Comparison located) {
        return new JoinedVerdict(located, evidence);
    }

    /** The same without what a team judged wrong: where no finding is left that breaks an operation, it need not be upgraded. */
    public JoinedVerdict muted(MuteFile mutes, LocalDate today) {
        Comparison left = mutes.mute(comparison, today);
        List<OperationEvidence> operations = evidence.operations().stream()
                .map(operation -> operation.advice() == Advice.MUST_UPGRADE && !breaks(left, operation)
                        ? operation.with(Advice.MUTED)
                        : operation)
                .toList();
        return new JoinedVerdict(left, new Evidence(operations, evidence.unchanged()));
    }
}
