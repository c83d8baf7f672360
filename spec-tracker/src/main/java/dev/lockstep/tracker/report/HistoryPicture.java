package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Wire;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A small picture of a vendor's history: a line of time, a dot an update, and a ring for the change at hand. */
final class HistoryPicture {
    private static final int LEFT = 12;
    private static final int WIDTH = 300;
    private static final int NOW = LEFT + WIDTH + 54;
    private static final int MIDDLE = 14;

    private HistoryPicture() {}

    /** SVG for a page whose style colours the levels; numbers and words of ours alone. */
    static String svg(History history, Wire now) {
        List<History.Update> updates = history.updates();
        LocalDate first = updates.get(0).date();
        long span = Math.max(
                1,
                ChronoUnit.DAYS.between(first, updates.get(updates.size() - 1).date()));
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"history\" role=\"img\" viewBox=\"0 0 ")
                .append(NOW + 28)
                .append(" 40\" aria-label=\"")
                .append(words(history))
                .append("\"><line x1=\"")
                .append(LEFT)
                .append("\" y1=\"14\" x2=\"")
                .append(NOW)
                .append("\" y2=\"14\"/>");
        for (History.Update update : updates) {
            long x = LEFT + WIDTH * ChronoUnit.DAYS.between(first, update.date()) / span;
            dot(svg, x, level(update), Math.min(10, 4 + update.changes()), words(update));
        }
        dot(svg, NOW, "now " + now.text(), 7, "now: " + now.text());
        text(svg, LEFT, "start", first.toString());
        if (updates.size() > 1) {
            text(
                    svg,
                    LEFT + WIDTH,
                    "middle",
                    updates.get(updates.size() - 1).date().toString());
        }
        text(svg, NOW, "middle", "now");
        return svg.append("</svg>").toString();
    }

    private static void dot(StringBuilder svg, long x, String level, int radius, String title) {
        svg.append("<circle class=\"")
                .append(level)
                .append("\" cx=\"")
                .append(x)
                .append("\" cy=\"")
                .append(MIDDLE)
                .append("\" r=\"")
                .append(radius)
                .append("\"><title>")
                .append(title)
                .append("</title></circle>");
    }

    private static void text(StringBuilder svg, int x, String anchor, String text) {
        svg.append("<text x=\"")
                .append(x)
                .append("\" y=\"38\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(text)
                .append("</text>");
    }

    private static String level(History.Update update) {
        return Verdict.word(update.wire(), update.java());
    }

    private static String words(History history) {
        int count = history.updates().size();
        return count == 1 ? "Locked once so far, on " + history.updates().get(0).date() : count + " updates so far";
    }

    private static String words(History.Update update) {
        String changes = update.changes() == 0
                ? ""
                : ", " + update.changes() + (update.changes() == 1 ? " change, " : " changes, ") + level(update);
        return update.date() + ": " + update.version() + changes;
    }
}
