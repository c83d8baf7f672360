package dev.lockstep.tracker.check;

import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.compare.Comparer;
import dev.lockstep.tracker.source.Published;
import dev.lockstep.tracker.source.StoredSources;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Counts what a vendor changed in operations that the team does not have: it is no work for anybody, and no surprise later. */
final class Unselected {
    private Unselected() {}

    /**
     * Compares what was published with what is published, whole.
     *
     * @param selected operations that the client has or will have, as locks hold them
     * @return how many findings lie on other operations; 0 where {@code vendor.yaml} selects none, so that there are no others
     */
    static int changes(VendorFolder folder, VendorConfig config, List<Published> now, Set<String> selected) {
        if (config.operations().isEmpty()) {
            return 0;
        }
        List<Published> was = new ArrayList<>();
        for (Source source : StoredSources.sources(folder, config)) {
            if (Files.exists(folder.file(source))) {
                was.add(StoredSources.read(folder, source));
            }
        }
        boolean same = was.size() == now.size();
        for (int i = 0; same && i < was.size(); i++) {
            same = was.get(i).sameBytes(now.get(i).bytes());
        }
        return same || was.isEmpty() ? 0 : Comparer.outside(whole(config, was), whole(config, now), selected);
    }

    private static SpecDocument whole(VendorConfig config, List<Published> published) {
        return SpecReader.parse(
                SpecAssembler.merged(config, published, new ArrayList<>())
                        .root()
                        .toString(),
                config.name());
    }
}
