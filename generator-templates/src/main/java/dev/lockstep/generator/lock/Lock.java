package dev.lockstep.generator.lock;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a vendor's client was generated from. Immutable; {@link LockReader} and {@link LockWriter} have its text.
 *
 * @param vendor the vendor's name, which is its folder's
 * @param generator the version of the generator that the client's shape comes from
 * @param spec the canonical document
 * @param sources what the vendor published, as it was stored, in the order of {@code vendor.yaml}
 * @param inputs hashes of the hand-written files, by name; an edit there makes the lock stale, not broken
 * @param operations {@code METHOD /path} of every operation of the client, sorted
 * @param names the Java names that were decided once, by the stable key of what they name
 * @param client what the client is called and which server it talks to
 * @param acceptances breaking changes that were taken over, oldest first
 */
public record Lock(
        String vendor,
        String generator,
        Spec spec,
        List<Source> sources,
        SortedMap<String, String> inputs,
        List<String> operations,
        SortedMap<String, String> names,
        Client client,
        List<Acceptance> acceptances) {

    /** Copies every collection; operations are sorted. */
    public Lock {
        sources = List.copyOf(sources);
        inputs = sorted(inputs);
        operations = operations.stream().sorted().toList();
        names = sorted(names);
        acceptances = List.copyOf(acceptances);
    }

    /** The same lock with other Java names. */
    public Lock withNames(SortedMap<String, String> newNames) {
        return new Lock(vendor, generator, spec, sources, inputs, operations, newNames, client, acceptances);
    }

    /** The hash of everything that the lock says. */
    public String sha256() {
        return LockWriter.hash(this);
    }

    /**
     * The canonical document.
     *
     * @param file its path beneath the vendor's folder
     * @param sha256 the hash of its bytes
     */
    public record Spec(String file, String sha256) {}

    /**
     * One published page or document.
     *
     * @param url where it was published
     * @param file its path beneath the vendor's folder
     * @param sha256 the hash of its bytes
     */
    public record Source(String url, String file, String sha256) {}

    /**
     * What the client is called.
     *
     * @param packageName the Java package
     * @param className the client's class
     * @param version the client's own version
     * @param server the base URL
     * @param credentials the configuration suffix of each security scheme, as {@code apiKey -> api-key}
     */
    public record Client(
            String packageName,
            String className,
            String version,
            String server,
            SortedMap<String, String> credentials) {
        /** Copies the map. */
        public Client {
            credentials = sorted(credentials);
        }
    }

    /**
     * Breaking changes that a person took over.
     *
     * @param fingerprints of the findings, sorted
     * @param reason why, in the person's words
     */
    public record Acceptance(List<String> fingerprints, String reason) {
        /** Sorts the fingerprints. */
        public Acceptance {
            fingerprints = fingerprints.stream().sorted().toList();
        }
    }

    private static SortedMap<String, String> sorted(SortedMap<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
