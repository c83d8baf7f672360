package dev.lockstep.tracker.impact;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What one code base uses of generated clients.
 *
 * @param name what reports call it, for example the service's name; empty for the code at hand
 * @param uses sorted, each once
 */
public record Usage(String name, List<Use> uses) {
    public Usage {
        uses = List.copyOf(new TreeSet<>(uses));
    }

    /** The uses in any order. */
    public static Usage of(String name, Collection<Use> uses) {
        return new Usage(name, List.copyOf(uses));
    }
}
