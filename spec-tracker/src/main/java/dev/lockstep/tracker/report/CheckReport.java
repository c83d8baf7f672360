package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.JavaImpact;
import dev.lockstep.tracker.compare.Wire;
import dev.lockstep.tracker.impact.Impact;
import java.util.List;
import java.util.Objects;

/**
 * A check over several vendors, in the order in which they are shown.
 *
 * @param impact whose code the changes touch
 */
public record CheckReport(List<VendorReport> vendors, Impact impact) {

    public CheckReport {
        vendors = List.copyOf(vendors);
    }

    /** A check that looked at nobody's code. */
    public CheckReport(List<VendorReport> vendors) {
        this(vendors, Impact.UNKNOWN);
    }

    /** The worst over all vendors. */
    public Wire wire() {
        return vendors.stream()
                .map(VendorReport::comparison)
                .filter(Objects::nonNull)
                .map(comparison -> Objects.requireNonNull(comparison).wire())
                .reduce(Wire.NONE, Wire::or);
    }

    /** The worst over all vendors. */
    public JavaImpact java() {
        return vendors.stream()
                .map(VendorReport::comparison)
                .filter(Objects::nonNull)
                .map(comparison -> Objects.requireNonNull(comparison).java())
                .reduce(JavaImpact.NONE, JavaImpact::or);
    }
}
