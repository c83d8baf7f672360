package dev.lockstep.tracker.check;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.UnusedNames;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.compare.Comparer;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.ComparisonInput;
import dev.lockstep.tracker.compare.MuteFile;
import dev.lockstep.tracker.compare.Place;
import dev.lockstep.tracker.compare.Semver;
import dev.lockstep.tracker.evidence.JoinedVerdict;
import dev.lockstep.tracker.evidence.Trials;
import dev.lockstep.tracker.report.History;
import dev.lockstep.tracker.report.SurfaceChange;
import dev.lockstep.tracker.report.VendorReport;
import dev.lockstep.tracker.report.VendorStatus;
import dev.lockstep.tracker.source.Published;
import dev.lockstep.tracker.source.Reading;
import dev.lockstep.tracker.source.Sources;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks one vendor: reads its sources, compares them with its lock and builds the client that they ask for. */
public final class Checker {
    private final Sources sources;
    private final ClientBuild build;
    private final LocalDate today;
    private final @Nullable Trials trials;

    /** A checker that reads from {@code sources} and builds clients with {@code build}.
     *
     * @param today decides which entries of mute files have expired
     */
    public Checker(Sources sources, ClientBuild build, LocalDate today) {
        this(sources, build, today, null);
    }

    /** A checker that also tries out what the rules say; not where {@code trials} is null. */
    public Checker(Sources sources, ClientBuild build, LocalDate today, @Nullable Trials trials) {
        this.sources = sources;
        this.build = build;
        this.today = today;
        this.trials = trials;
    }

    /**
     * What became of a vendor.
     *
     * @param report for people
     * @param candidate what could be locked; null where nothing changed or something failed
     */
    public record Checked(VendorReport report, @Nullable Candidate candidate) {}

    /** Checks a vendor and changes nothing; every failure is in the report. */
    public Checked check(VendorFolder folder) {
        String version = "";
        try {
            Lock lock = null;
            if (Files.exists(folder.lock()) || Files.exists(folder.spec())) {
                LockVerifier.Verification verification = LockVerifier.verify(folder.path());
                if (!verification.mismatches().isEmpty()) {
                    // An update may have moved its files while we read them.
                    verification = LockVerifier.verify(folder.path());
                }
                if (!verification.mismatches().isEmpty()) {
                    return failed(folder, VendorStatus.MISMATCH, "", verification.message());
                }
                lock = verification.orThrow();
                version = lock.client().version();
            }
            VendorConfig config = VendorConfig.read(folder);
            MuteFile muted = Files.exists(folder.muted()) ? MuteFile.of(folder.document(folder.muted())) : null;
            Optional<Reading> reading = sources.read(folder, config);
            if (reading.isEmpty()) {
                return new Checked(
                        new VendorReport(
                                folder.name(), VendorStatus.SKIPPED, null, version, version, List.of(), List.of()),
                        null);
            }
            return compared(folder, config, reading.get(), lock, muted);
        } catch (SpecException e) {
            return failed(folder, VendorStatus.UNREADABLE, version, e.getMessage());
        } catch (UncheckedIOException e) {
            return failed(folder, VendorStatus.UNREADABLE, version, e.getMessage() + ": " + e.getCause());
        } catch (Throwable e) { // an Error too costs this vendor alone: no other one's document brought it about
            return failed(
                    folder,
                    VendorStatus.UNREADABLE,
                    version,
                    "could not be checked, internal error, please report: " + e);
        }
    }

    private Checked compared(
            VendorFolder folder, VendorConfig config, Reading reading, @Nullable Lock lock, @Nullable MuteFile muted) {
        List<Published> published = reading.published();
        SpecAssembler.Assembled assembled = SpecAssembler.assemble(folder, config, published);
        List<String> notes = new ArrayList<>();
        reading.notes().forEach(note -> notes.add(note.toString()));
        assembled.notes().forEach(note -> notes.add(note.toString()));
        if (lock == null) {
            String version = config.client().version();
            ClientBuild.Built client =
                    build.build(config, assembled.document(), assembled.server(), version, new TreeMap<>());
            notes.addAll(client.notes());
            notes.add("not locked yet");
            return new Checked(
                    new VendorReport(folder.name(), VendorStatus.CHANGED, null, "", version, notes, List.of()),
                    new Candidate(folder, config, published, assembled, null, null, client, version));
        }
        String version = lock.client().version();
        if (isLocked(folder, config, published, assembled, lock)) {
            return new Checked(
                    new VendorReport(folder.name(), VendorStatus.UNCHANGED, null, version, version, notes, List.of()),
                    null);
        }
        SpecDocument old = folder.document(folder.spec());
        GeneratorOptions options = GeneratorOptions.fromLock(lock);
        ComparisonInput before = ComparisonInput.of(old).with(options);
        ComparisonInput after = ComparisonInput.of(assembled.document()).with(options);
        Set<String> selected = new TreeSet<>(assembled.operations());
        selected.addAll(lock.operations());
        int outside = Unselected.changes(folder, config, published, selected);
        Comparison rules = Comparer.compare(before, after);
        JoinedVerdict joined = trials == null
                ? new JoinedVerdict(rules)
                : trials.judge(folder.name(), old, options, assembled.document(), rules);
        JoinedVerdict every = joined.located(place -> page(place, assembled), outside);
        JoinedVerdict verdict = muted == null ? every : every.muted(muted, today);
        Comparison comparison = verdict.comparison();
        notes.addAll(comparison.muting().notes());
        String next = next(comparison.semver(), version, config.client().version());
        // The locked document knows its members' names even where an older lock lists only the classes'.
        ClientModel locked = ClientGenerator.model(old, options);
        UnusedNames.of(lock.names(), locked, old).forEach(unused -> notes.add(unused.toString()));
        SortedMap<String, String> names = new TreeMap<>(locked.names());
        ClientBuild.Built client = build.build(config, assembled.document(), assembled.server(), next, names);
        notes.addAll(client.notes());
        VendorReport report =
                new VendorReport(folder.name(), VendorStatus.CHANGED, comparison, version, next, notes, List.of());
        List<String> surface = SurfaceChange.lines(read(folder, folder.api()), client.surface());
        return new Checked(
                report.with(surface, History.of(read(folder, folder.changelog())))
                        .with(verdict.evidence()),
                new Candidate(folder, config, published, assembled, lock, comparison, client, next));
    }

    /** The text of a file that may be missing. */
    private static String read(VendorFolder folder, Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.display(file), e);
        }
    }

    /** The version of vendor.yaml counts where it is the higher one: that is how a team skips ahead. */
    private static String next(Semver semver, String locked, String configured) {
        String raised = semver.raise(locked);
        return compareVersions(configured, raised) > 0 ? configured : raised;
    }

    private static int compareVersions(String a, String b) {
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = Long.compare(Long.parseLong(left[i]), Long.parseLong(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static boolean isLocked(
            VendorFolder folder,
            VendorConfig config,
            List<Published> published,
            SpecAssembler.Assembled assembled,
            Lock lock) {
        if (!LockFile.isCurrent(folder, config, published, lock)) {
            return false;
        }
        try {
            return Files.readString(folder.spec(), StandardCharsets.UTF_8).equals(assembled.text());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.display(folder.spec()), e);
        }
    }

    /** The place in the page that a person can open, not in the spec that was assembled from it. */
    private static Place page(Place at, SpecAssembler.Assembled assembled) {
        return !at.file().equals(assembled.document().source())
                ? at
                : assembled
                        .origins()
                        .document(at.pointer())
                        .map(page -> new Place(page.source(), page.line(at.pointer()), at.pointer()))
                        .orElse(at);
    }

    private static Checked failed(VendorFolder folder, VendorStatus status, String version, @Nullable String error) {
        String message = error == null ? "unknown error" : error;
        return new Checked(
                new VendorReport(folder.name(), status, null, version, version, List.of(), List.of(message)), null);
    }
}
