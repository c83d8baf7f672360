package dev.lockstep.tracker.source;

import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.util.Optional;

/** Where a check gets from what vendors publish. */
public interface Sources {
    /**
     * Reads all sources of a vendor.
     *
     * @return what they say now; empty when this vendor is to be left alone
     * @throws SpecException when a source cannot be read
     */
    Optional<Reading> read(VendorFolder folder, VendorConfig config);
}
