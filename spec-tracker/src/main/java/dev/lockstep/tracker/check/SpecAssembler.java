package dev.lockstep.tracker.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.openapi.SpecSanitizer;
import dev.lockstep.openapi.canonical.Canonical;
import dev.lockstep.openapi.overlay.Overlay;
import dev.lockstep.tracker.merge.CrossCheck;
import dev.lockstep.tracker.merge.Merger;
import dev.lockstep.tracker.merge.Origins;
import dev.lockstep.tracker.merge.Part;
import dev.lockstep.tracker.merge.Selection;
import dev.lockstep.tracker.merge.ServerChoice;
import dev.lockstep.tracker.page.Block;
import dev.lockstep.tracker.page.BlockOutcome;
import dev.lockstep.tracker.page.PageReader;
import dev.lockstep.tracker.source.Published;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From published pages to the one canonical spec of a vendor: extract, merge, select, choose the server, overlay, write. */
public final class SpecAssembler {
    /**
     * A vendor's spec, ready to be compared and locked.
     *
     * @param text canonical
     * @param document the text, read again
     * @param origins which page each part came from
     * @param server the one base URL
     * @param operations sorted, as locks hold them
     * @param notes what was normalised, dropped or decided on the way
     */
    public record Assembled(
            String text,
            SpecDocument document,
            Origins origins,
            String server,
            List<String> operations,
            List<Diagnostic> notes) {
        public Assembled {
            operations = List.copyOf(operations);
            notes = List.copyOf(notes);
        }
    }

    private SpecAssembler() {}

    /**
     * Assembles a vendor's spec.
     *
     * @throws SpecException with the page, the line and the reason when any page is not usable
     */
    public static Assembled assemble(VendorFolder folder, VendorConfig config, List<Published> published) {
        List<Diagnostic> notes = new ArrayList<>();
        Merger.Merged merged = merged(config, published, notes);
        String vendorYaml = folder.display(folder.vendorYaml());
        List<String> missing = Selection.missing(merged.root(), config.operations());
        if (!missing.isEmpty()) {
            throw new SpecException(
                    vendorYaml,
                    0,
                    "#/operations",
                    "no source publishes " + String.join(", or ", missing)
                            + (missing.size() == 1 ? "" : " (each is wanted)"));
        }
        ObjectNode root = Selection.select(merged.root(), config.operations());
        ServerChoice.Choice server = ServerChoice.apply(root, config.server(), vendorYaml);
        notes.addAll(server.notes());
        if (Files.exists(folder.overlay())) {
            Overlay overlay = Overlay.of(folder.document(folder.overlay()));
            Overlay.Result laid = overlay.apply(root);
            notes.addAll(laid.notes());
            String extended = overlay.extended();
            if (extended != null && !isOurs(extended, published)) {
                notes.add(Diagnostic.note(
                        folder.display(folder.overlay()),
                        "extends " + extended + ", which is none of this vendor's sources; it is laid over its spec all"
                                + " the same"));
            }
            root = laid.root();
        }
        String text = Canonical.text(root);
        SpecDocument document = SpecReader.parse(text, folder.display(folder.spec()));
        SpecSanitizer.sanitize(document, true);
        return new Assembled(text, document, merged.origins(), server.url(), Selection.operations(root), notes);
    }

    /** Whether an overlay's {@code extends} names the spec beside it, or something that it was made of. */
    private static boolean isOurs(String extended, List<Published> published) {
        String local = extended.startsWith("./") ? extended.substring(2) : extended;
        return local.equals("openapi.yaml")
                || published.stream()
                        .map(Published::source)
                        .anyMatch(source -> extended.equals(source.url()) || local.equals(source.file()));
    }

    /** All that is published, before anything is selected. */
    static Merger.Merged merged(VendorConfig config, List<Published> published, List<Diagnostic> notes) {
        List<Part> specs = new ArrayList<>();
        List<Part> pages = new ArrayList<>();
        Map<String, Integer> others = new TreeMap<>();
        for (Published document : published) {
            boolean isSpec = document.source().kind() == Source.Kind.SPEC;
            for (Block block : PageReader.read(document.text(), document.name())) {
                if (block.outcome() == BlockOutcome.POINTER) {
                    throw new SpecException(block.page(), block.line(), "#", "holds no document: " + block.reason());
                }
                if (config.spec() != null
                        && block.spec() != null
                        && !block.spec().equals(config.spec())) {
                    others.merge(block.spec(), 1, Integer::sum);
                    continue;
                }
                Part part = new Part(
                        block.required(), block.spec(), document.source().url());
                (isSpec ? specs : pages).add(part);
                notes.addAll(block.notes());
            }
        }
        others.forEach((spec, count) -> notes.add(Diagnostic.note(
                config.name(), count + (count == 1 ? " block" : " blocks") + " of another spec left out: " + spec)));
        if (specs.isEmpty() && pages.isEmpty()) {
            throw new SpecException(
                    config.name(),
                    0,
                    "#/spec",
                    "no page is of the spec " + config.spec() + "; the pages name "
                            + String.join(", ", others.keySet()));
        }
        if (specs.size() > 1) {
            throw specs.get(1)
                    .document()
                    .refusal(
                            "#",
                            "a second whole spec beside "
                                    + specs.get(0).document().source() + "; track each as a vendor of its own");
        }
        if (specs.isEmpty() || pages.isEmpty()) {
            return Merger.merge(specs.isEmpty() ? pages : specs);
        }
        CrossCheck.Result check = CrossCheck.of(Merger.merge(specs), pages);
        notes.addAll(check.notes());
        List<Part> all = new ArrayList<>(check.extra());
        all.addAll(specs);
        return Merger.merge(all);
    }
}
