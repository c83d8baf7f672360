package dev.lockstep.tracker.report;

import dev.lockstep.tracker.impact.UseSite;
import java.util.Arrays;

/** How reports name a line of somebody's code. */
final class CallSites {
    private CallSites() {}

    /** {@code billing: ConversationService.java:88 in ConversationService.hangUp, through Conversations.end}. */
    static String text(UseSite site) {
        return site.label() + " in " + shortName(site.method())
                + (site.through().isEmpty() ? "" : ", through " + shortName(site.through()));
    }

    /** A class or method without its package: packages are in lower case. */
    static String shortName(String name) {
        String[] parts = name.split("\\.", -1);
        int from = 0;
        while (from < parts.length - 1 && !parts[from].isEmpty() && Character.isLowerCase(parts[from].codePointAt(0))) {
            from++;
        }
        return String.join(".", Arrays.asList(parts).subList(from, parts.length));
    }
}
