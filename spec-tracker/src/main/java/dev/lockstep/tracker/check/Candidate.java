package dev.lockstep.tracker.check;

import dev.lockstep.generator.lock.Lock;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.source.Published;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's lock would become.
 *
 * @param folder where it would be written
 * @param config what the team wants
 * @param published the pages as they are now
 * @param assembled the spec made of them
 * @param before the lock as it is; null for a vendor that is locked for the first time
 * @param comparison with the locked spec, by rules and trial; null for a first time
 * @param client the generated client
 * @param version the client's next version
 */
public record Candidate(
        VendorFolder folder,
        VendorConfig config,
        List<Published> published,
        SpecAssembler.Assembled assembled,
        @Nullable Lock before,
        @Nullable Comparison comparison,
        ClientBuild.Built client,
        String version) {
    public Candidate {
        published = List.copyOf(published);
    }

    /** Whether a person has to agree before this is locked. */
    public boolean needsAcceptance() {
        return comparison != null && comparison.needsAcceptance();
    }
}
