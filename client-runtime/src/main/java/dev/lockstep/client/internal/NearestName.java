package dev.lockstep.client.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** Suggests what somebody meant who wrote a name that does not exist. */
public final class NearestName {
    private NearestName() {}

    /** {@code "; did you mean 'x'?"} or, when nothing is near, {@code "; known: a, b"}. Empty without known names. */
    public static String hint(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        TreeSet<String> sorted = new TreeSet<>(known);
        String best = sorted.first();
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : sorted) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        if (bestDistance <= Math.max(2, best.length() / 3)) {
            return "; did you mean '" + best + "'?";
        }
        return "; known: " + String.join(", ", sorted);
    }

    /** Levenshtein distance. */
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
