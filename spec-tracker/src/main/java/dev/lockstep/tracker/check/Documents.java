package dev.lockstep.tracker.check;

import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.openapi.SpecSanitizer;
import dev.lockstep.tracker.merge.Merger;
import dev.lockstep.tracker.merge.Part;
import dev.lockstep.tracker.page.Block;
import dev.lockstep.tracker.page.PageReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Documents from files that somebody names: whole specs, or pages with blocks inside. */
public final class Documents {
    private Documents() {}

    /**
     * Reads a spec, or the documents inside a page as one.
     *
     * @throws SpecException when it cannot be read or is no OpenAPI document
     */
    public static SpecDocument read(Path file) {
        String name = file.toString();
        if (!name.endsWith(".md") && !name.endsWith(".mdx")) {
            SpecDocument document = SpecReader.read(file);
            SpecSanitizer.checkVersion(document);
            return document;
        }
        List<Part> parts = new ArrayList<>();
        for (Block block : PageReader.read(file)) {
            parts.add(new Part(block.required(), block.spec(), ""));
        }
        SpecDocument first = parts.get(0).document();
        return parts.size() == 1 ? first : first.withRoot(Merger.merge(parts).root());
    }
}
