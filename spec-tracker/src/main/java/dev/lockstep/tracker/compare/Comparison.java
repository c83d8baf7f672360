package dev.lockstep.tracker.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What two documents differ in.
 *
 * @param oldSource the old document as it was read
 * @param newSource the new document as it was read
 * @param findings worst first, then by operation, place and rule; only those inside the selection
 * @param outside how many findings lie on operations outside the selection
 * @param muting what a mute file took out of the findings
 */
public record Comparison(String oldSource, String newSource, List<Finding> findings, int outside, Muting muting) {

    public Comparison {
        findings = List.copyOf(findings);
    }

    /** One in which nothing is muted. */
    public Comparison(String oldSource, String newSource, List<Finding> findings, int outside) {
        this(oldSource, newSource, findings, outside, Muting.NONE);
    }

    /** The same with more findings, all in their order. */
    public Comparison with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Comparison(oldSource, newSource, Findings.sorted(all), outside, muting);
    }

    /** The same with findings that point elsewhere. */
    public Comparison located(UnaryOperator<Place> places, int changesOutside) {
        List<Finding> located = findings.stream()
                .map(finding -> finding.at(places.apply(finding.at())))
                .toList();
        return new Comparison(oldSource, newSource, located, changesOutside, muting);
    }

    /** The worst of the findings. */
    public Wire wire() {
        return findings.stream().map(Finding::wire).reduce(Wire.NONE, Wire::or);
    }

    /** The worst of the findings. */
    public JavaImpact java() {
        return findings.stream().map(Finding::java).reduce(JavaImpact.NONE, JavaImpact::or);
    }

    /** What the client's version is raised by. */
    public Semver semver() {
        return Semver.of(wire(), java());
    }

    /** Whether a deployed client or code that uses the regenerated one breaks. */
    public boolean breaking() {
        return wire() == Wire.BREAKING || java() == JavaImpact.BREAKING;
    }

    /**
     * Whether it may only be taken over with {@code --accept}: it breaks, or it concerns a host or security, which no mute
     * file can take over.
     */
    public boolean needsAcceptance() {
        return breaking()
                || findings.stream().anyMatch(Finding::accept)
                || muting.muted().stream().anyMatch(muted -> muted.finding().accept());
    }
}
