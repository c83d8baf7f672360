package dev.lockstep.tracker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes vendors' text safe to look at: what would hide, reorder or break the text around it is spelled out. */
final class Visible {
    /** A stretch of a message: a name or value in the fixed-width face, or the words around it. */
    record Piece(boolean code, String text) {}

    private Visible() {}

    /** One line in which every control, bidi and zero-width character stands as {@code \}{@code u202E}. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || point == '\r') {
                line.append(' ');
            } else if (hides(point)) {
                line.append(String.format(Locale.ROOT, "\\u%04X", point));
            } else {
                line.appendCodePoint(point);
            }
        });
        return line.toString();
    }

    private static boolean hides(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
        };
    }

    /** The pieces of a message: findings put names and values between backticks, and never one inside. */
    static List<Piece> pieces(String message) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = line(message).split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(i % 2 == 1, parts[i]));
            }
        }
        return pieces;
    }
}
