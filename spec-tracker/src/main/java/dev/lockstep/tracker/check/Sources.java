package dev.lockstep.tracker.check;

import dev.lockstep.generator.document.SpecException;
import dev.lockstep.tracker.vendor.VendorConfig;
import dev.lockstep.tracker.vendor.VendorFolder;
import java.util.List;
import java.util.Optional;

/** Where a check gets from what vendors publish. */
public interface Sources {
    /**
     * Reads all sources of a vendor.
     *
     * @return in the order of the vendor's sources; empty when this vendor is to be left alone
     * @throws SpecException when a source cannot be read
     */
    Optional<List<Published>> read(VendorFolder folder, VendorConfig config);
}
