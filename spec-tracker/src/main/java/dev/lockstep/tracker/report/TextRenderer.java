package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Comparison;

/** For a terminal: the verdict and the counts first, then the findings by operation. */
final class TextRenderer implements Renderer {
    private final boolean colours;

    TextRenderer(boolean colours) {
        this.colours = colours;
    }

    @Override
    public String comparison(Comparison comparison) {
        return (colours ? "" : "") + comparison.wire().text() + "\n";
    }

    @Override
    public String check(CheckReport report) {
        return report.wire().text() + "\n";
    }
}
