package dev.lockstep.tracker.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.JavaImpact;
import dev.lockstep.tracker.compare.Place;
import dev.lockstep.tracker.compare.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trials beside rules. */
class JudgementTest {
    private static final Failure FAILURE = new Failure("answer 200", "$.a", "missing");

    private static OperationEvidence judged(Result result, String... rules) {
        List<Finding> findings = List.of(rules).stream()
                .map(rule -> new Finding(
                        rule,
                        "0123456789ab",
                        Wire.NONE,
                        JavaImpact.NONE,
                        "GET /b/{key}",
                        new Place("new.yaml", 1, "#/paths"),
                        null,
                        null,
                        "Changed.",
                        "Look.",
                        false,
                        List.of(),
                        "",
                        ""))
                .toList();
        return Judgement.of(new Tryout.Tried(List.of(result), 0), findings)
                .operations()
                .get(0);
    }

    private static Result result(List<Failure> failures, String obstacle) {
        return new Result("GET /b/{id}", 3, 2, failures, obstacle, "");
    }

    @Test
    void agreement() {
        assertEquals(
                "",
                judged(result(List.of(FAILURE), ""), "response-type-changed").fault());
        assertEquals(
                "", judged(result(List.of(), ""), "response-property-added").fault());
        assertEquals(
                "", judged(result(List.of(), ""), "request-parameter-removed").fault());
        assertEquals(
                "",
                judged(result(List.of(FAILURE), ""), "request-parameter-removed")
                        .fault());
    }

    @Test
    void aFailureThatNoRuleForesaw() {
        OperationEvidence evidence = judged(result(List.of(FAILURE), ""), "response-property-added");

        assertEquals(Advice.MUST_UPGRADE, evidence.advice());
        assertEquals("no rule says that it hurts, and it failed when it was tried", evidence.fault());
    }

    @Test
    void aRuleThatNothingConfirms() {
        OperationEvidence evidence = judged(result(List.of(), ""), "response-type-changed");

        assertEquals(Advice.MUST_UPGRADE, evidence.advice());
        assertEquals(
                "the rules say that it breaks (response-type-changed), and nothing failed when it was tried",
                evidence.fault());
    }

    @Test
    void whatNoTrialShowsIsNoContradiction() {
        OperationEvidence evidence = judged(result(List.of(), ""), "request-parameter-default-changed");

        assertEquals(Advice.MUST_UPGRADE, evidence.advice());
        assertEquals("", evidence.fault());
        assertEquals(
                List.of(
                        "not shown by any trial: request-parameter-default-changed, since what the vendor does with what is left"
                                + " out is inside its server"),
                evidence.limits());
    }

    @Test
    void noFailureOfAPartIsNoProof() {
        Result partly = new Result("GET /b/{id}", 0, 2, List.of(), "", List.of("no answer 200 could be made"), "");

        OperationEvidence mild = judged(partly, "response-property-added");
        OperationEvidence breaking = judged(partly, "response-type-changed");

        assertEquals(Advice.UNKNOWN, mild.advice());
        assertEquals("not fully tried out", mild.verdict());
        assertEquals(List.of("no answer 200 could be made"), mild.limits());
        assertEquals(Advice.MUST_UPGRADE, breaking.advice());
        assertEquals("", breaking.fault());
    }

    @Test
    void whatCouldNotBeTriedGoesByTheRules() {
        assertEquals(
                "not tried out",
                judged(result(List.of(), "no call could be made"), "response-property-added")
                        .verdict());
        assertEquals(
                "must upgrade before the vendor's change is live",
                judged(result(List.of(), "no call could be made"), "response-type-changed")
                        .verdict());
    }
}
