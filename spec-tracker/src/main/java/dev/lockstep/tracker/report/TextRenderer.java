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
        return (colours ? "\u001b[1m" : "") + comparison.wire().text() + (colours ? "\u001b[0m\n" : "\n");
    }

    @Override
    public String check(CheckReport report) {
        return report.wire().text() + "\n";
    }
}
