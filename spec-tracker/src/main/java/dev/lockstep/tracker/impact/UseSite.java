package dev.lockstep.tracker.impact;

import java.util.Comparator;

/**
 * A line that a change touches.
 *
 * @param service the code base; empty for the code at hand
 * @param file below its source root
 * @param line 0 where the class file does not say
 * @param method the class with what is around the line
 * @param through the library method in between; empty where there is none
 */
public record UseSite(String service, String file, int line, String method, String through)
        implements Comparable<UseSite> {
    private static final Comparator<UseSite> ORDER = Comparator.comparing(UseSite::service)
            .thenComparing(UseSite::file)
            .thenComparing(UseSite::line)
            .thenComparing(UseSite::method)
            .thenComparing(UseSite::through);

    @Override
    public int compareTo(UseSite other) {
        return ORDER.compare(this, other);
    }

    /** {@code billing: ConversationService.java:88}; the file without its folders, no line where none is known. */
    public String label() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return (service.isEmpty() ? "" : service + ": ") + name + (line > 0 ? ":" + line : "");
    }
}
