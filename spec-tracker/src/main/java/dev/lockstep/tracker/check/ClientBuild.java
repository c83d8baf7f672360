package dev.lockstep.tracker.check;

import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.workspace.VendorConfig;
import java.util.List;
import java.util.SortedMap;

/** Makes a vendor's client from its spec: generates the sources and proves that they compile. */
@FunctionalInterface
public interface ClientBuild {
    /**
     * A client that was generated and compiled.
     *
     * @param names the Java names that it uses, by stable key: what the lock keeps
     * @param surface the text of its {@code client.api}
     * @param notes what a person should know about it
     */
    record Built(SortedMap<String, String> names, String surface, List<String> notes) {
        public Built {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Builds a client.
     *
     * @param document canonical
     * @param server the base URL
     * @param version of the client
     * @param names decided earlier, to be kept
     * @throws SpecException when the document cannot become a client
     */
    Built build(
            VendorConfig config, SpecDocument document, String server, String version, SortedMap<String, String> names);
}
