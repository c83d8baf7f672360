package dev.lockstep.tracker.check;

import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.store.VendorStore;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * How a vendor's folder stands to its lock, seen offline.
 *
 * @param vendor its name
 * @param state in one word
 * @param version the client's; empty where nothing is locked
 * @param operations of the client, or the wanted ones where nothing is locked
 * @param sources what is read
 * @param differs each difference from the lock, or what is wrong; empty where all is as locked
 */
public record LockState(
        String vendor,
        State state,
        String version,
        List<String> operations,
        List<Source> sources,
        List<String> differs) {

    /** What a vendor's folder can be. */
    public enum State {
        /** All files are as locked. */
        LOCKED("locked"),
        /** Hand-written files changed, or an update was interrupted; the next update applies them or finishes it. */
        STALE("stale"),
        /** There is no lock yet. */
        NOT_LOCKED("not locked"),
        /** A machine-written file differs from the lock. */
        MISMATCH("mismatch"),
        /** A hand-written file cannot be read. */
        UNREADABLE("unreadable");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** The word that people and machines read. */
        public String text() {
            return text;
        }
    }

    public LockState {
        operations = List.copyOf(operations);
        sources = List.copyOf(sources);
        differs = List.copyOf(differs);
    }

    /** Looks at a vendor's folder; parses its lock and {@code vendor.yaml} alone. */
    public static LockState of(VendorFolder folder) {
        List<Source> sources = List.of();
        List<String> operations = List.of();
        List<String> unreadable = new ArrayList<>();
        try {
            VendorConfig config = VendorConfig.read(folder);
            sources = config.sources();
            operations = config.operations();
        } catch (SpecException e) {
            unreadable.add(String.valueOf(e.getMessage()));
        }
        if (!Files.exists(folder.lock()) && !Files.exists(folder.spec())) {
            return unreadable.isEmpty()
                    ? new LockState(
                            folder.name(),
                            State.NOT_LOCKED,
                            "",
                            operations,
                            sources,
                            List.of("nothing is locked; run ./lockstep update " + folder.name()))
                    : new LockState(folder.name(), State.UNREADABLE, "", operations, sources, unreadable);
        }
        if (new VendorStore(folder.path()).isInterrupted()) {
            return new LockState(
                    folder.name(),
                    State.STALE,
                    "",
                    operations,
                    sources,
                    List.of("an update was interrupted; ./lockstep update " + folder.name() + " finishes it"));
        }
        LockVerifier.Verification verification = LockVerifier.verify(folder.path());
        Lock lock = verification.lock();
        String version = lock == null ? "" : lock.client().version();
        List<String> locked = lock == null ? operations : lock.operations();
        if (!verification.mismatches().isEmpty()) {
            return new LockState(
                    folder.name(),
                    State.MISMATCH,
                    version,
                    locked,
                    sources,
                    verification.message().lines().toList());
        }
        if (!unreadable.isEmpty()) {
            return new LockState(folder.name(), State.UNREADABLE, version, locked, sources, unreadable);
        }
        List<String> stale = new ArrayList<>(verification.stale());
        if (lock != null && Files.exists(folder.overlay()) && !lock.inputs().containsKey("overlay.yaml")) {
            stale.add("overlay.yaml");
        }
        List<String> differs = stale.stream()
                .map(file -> file + " changed since it was locked; run ./lockstep update " + folder.name())
                .toList();
        return new LockState(
                folder.name(), stale.isEmpty() ? State.LOCKED : State.STALE, version, locked, sources, differs);
    }
}
