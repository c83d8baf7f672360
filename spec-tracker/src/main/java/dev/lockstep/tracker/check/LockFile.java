package dev.lockstep.tracker.check;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.Sha256;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.source.Published;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The content of a vendor's lock. */
final class LockFile {
    private LockFile() {}

    /**
     * The lock that belongs to a candidate.
     *
     * @param reason why a change that breaks was accepted; null where it was not asked for
     */
    static Lock of(Candidate candidate, @Nullable String reason) {
        VendorConfig config = candidate.config();
        List<Lock.Source> sources = new ArrayList<>();
        for (Published page : candidate.published()) {
            sources.add(new Lock.Source(page.source().url(), page.source().file(), Sha256.of(page.bytes())));
        }
        return new Lock(
                config.name(),
                ClientGenerator.VERSION,
                new Lock.Spec("openapi.yaml", Sha256.of(candidate.assembled().text())),
                sources,
                inputs(candidate.folder()),
                candidate.assembled().operations(),
                candidate.client().names(),
                new Lock.Client(
                        config.client().packageName(),
                        config.client().className(),
                        candidate.version(),
                        candidate.assembled().server(),
                        config.credentials()),
                acceptances(candidate, reason));
    }

    /** Whether a lock was written for these pages, by this generator, with the hand-written files as they are. */
    static boolean isCurrent(VendorFolder folder, VendorConfig config, List<Published> published, Lock lock) {
        List<Lock.Source> sources = new ArrayList<>();
        for (Published page : published) {
            sources.add(new Lock.Source(page.source().url(), page.source().file(), Sha256.of(page.bytes())));
        }
        return lock.sources().equals(sources)
                && lock.inputs().equals(inputs(folder))
                && lock.generator().equals(ClientGenerator.VERSION)
                && lock.vendor().equals(config.name());
    }

    private static SortedMap<String, String> inputs(VendorFolder folder) {
        SortedMap<String, String> inputs = new TreeMap<>();
        for (Path file : List.of(folder.overlay(), folder.vendorYaml())) {
            if (Files.exists(file)) {
                inputs.put(String.valueOf(file.getFileName()), Sha256.of(file));
            }
        }
        return inputs;
    }

    private static List<Lock.Acceptance> acceptances(Candidate candidate, @Nullable String reason) {
        Lock before = candidate.before();
        Comparison comparison = candidate.comparison();
        List<Lock.Acceptance> acceptances = new ArrayList<>(before == null ? List.of() : before.acceptances());
        if (reason != null && comparison != null && comparison.needsAcceptance()) {
            List<String> fingerprints = comparison.findings().stream()
                    .filter(finding -> finding.breaking() || finding.accept())
                    .map(Finding::fingerprint)
                    .distinct()
                    .toList();
            acceptances.add(new Lock.Acceptance(fingerprints, reason));
        }
        return acceptances;
    }
}
