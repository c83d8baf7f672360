package dev.lockstep.tracker.source;

import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.page.Block;
import dev.lockstep.tracker.page.BlockOutcome;
import dev.lockstep.tracker.page.PageReader;
import dev.lockstep.tracker.workspace.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an index leads to: the whole spec that it names, if one of its specs really is one; else the pages that hold
 * documents. Links to other hosts are not followed.
 */
final class IndexReader {
    /** How many pages are asked which of several specs they were cut from. */
    private static final int WITNESSES = 20;

    private final Source source;
    private final List<Source> kept;
    private final @Nullable String wanted;
    private final PageFetches fetches;
    private final List<Diagnostic> notes = new ArrayList<>();
    private final FileNames names;

    /**
     * @param kept what this index led to when the vendor was locked
     * @param wanted which of several specs is wanted, or null
     */
    IndexReader(Source source, List<Source> kept, @Nullable String wanted, PageFetches fetches) {
        this.source = source;
        this.kept = kept;
        this.wanted = wanted;
        this.fetches = fetches;
        this.names = new FileNames(kept);
    }

    /**
     * Reads everything that the index leads to.
     *
     * @throws SpecException when a document that is needed cannot be read
     */
    Reading read() {
        Published published = fetches.required(source);
        Index index = Index.of(published.text(), source.url());
        if (index.pages().isEmpty() && index.specs().isEmpty()) {
            throw new SpecException(
                    source.url(), 0, "#", "holds no link to a page in Markdown or to a spec; is it an llms.txt?");
        }
        List<String> pages = here(index.pages());
        List<Published> found = new ArrayList<>();
        Published spec = spec(here(index.specs()), pages);
        if (spec != null) {
            found.add(spec);
        }
        if (spec == null || !source.pages().isEmpty()) {
            found.addAll(pages(pages));
        }
        if (found.isEmpty()) {
            throw new SpecException(
                    source.url(),
                    0,
                    "#",
                    "none of its " + pages.size() + " pages holds an OpenAPI document, and it names no whole spec");
        }
        return new Reading(found, notes);
    }

    /** The addresses on the index's own host. */
    private List<String> here(List<String> addresses) {
        String host = URI.create(source.url()).getRawAuthority();
        List<String> here = new ArrayList<>();
        int elsewhere = 0;
        for (String address : addresses) {
            if (host.equals(URI.create(address).getRawAuthority())) {
                here.add(address);
            } else {
                elsewhere++;
            }
        }
        if (elsewhere > 0) {
            note(elsewhere + (elsewhere == 1 ? " link" : " links") + " to other hosts not followed");
        }
        return here;
    }

    private @Nullable Published spec(List<String> addresses, List<String> pages) {
        Map<String, Published> qualified = new LinkedHashMap<>();
        for (String address : addresses) {
            Source candidate = names.source(address, Source.Kind.SPEC);
            Published document = fetches.optional(candidate, isKept(candidate));
            String reason = document == null ? "cannot be read" : unusable(document);
            if (document != null && reason == null) {
                qualified.put(address, document);
            } else if (isKept(candidate) && document != null) {
                throw new SpecException(address, 0, "#", reason + "; what is locked stays as it is");
            } else {
                note(address + " is listed under OpenAPI Specs and left out: " + reason);
            }
        }
        if (qualified.size() <= 1) {
            return qualified.values().stream().findFirst().orElse(null);
        }
        String name = wanted != null ? wanted : named(pages);
        for (Map.Entry<String, Published> entry : qualified.entrySet()) {
            if (name != null && isNamed(entry.getKey(), name)) {
                note(entry.getKey() + " is taken among " + qualified.size() + " specs: "
                        + (wanted != null ? "vendor.yaml" : "the pages' fences") + " names " + name);
                return entry.getValue();
            }
        }
        throw new SpecException(
                source.url(),
                0,
                "#",
                "names several specs, and no page says which is meant: " + String.join(", ", qualified.keySet())
                        + "; choose one with spec: "
                        + last(qualified.keySet().iterator().next()));
    }

    private static @Nullable String unusable(Published document) {
        String text = document.text();
        if (!PageReader.isWhole(text)) {
            return "it is no OpenAPI document";
        }
        Block block = PageReader.read(text, document.name()).get(0);
        if (block.outcome() != BlockOutcome.OK) {
            return block.reason();
        }
        return block.operations().isEmpty() ? "it has no operation" : null;
    }

    /** The name that the first page with a named document gives to it. */
    private @Nullable String named(List<String> pages) {
        List<String> likely = new ArrayList<>(pages);
        likely.sort((a, b) -> Boolean.compare(b.contains("api"), a.contains("api")));
        List<Source> sources = likely.stream()
                .limit(WITNESSES)
                .map(page -> names.source(page, Source.Kind.PAGE))
                .toList();
        for (Published page : fetches.all(sources, List.of())) {
            for (Block block : PageReader.read(page.text(), page.name())) {
                if (block.spec() != null) {
                    return block.spec();
                }
            }
        }
        return null;
    }

    private static boolean isNamed(String address, String name) {
        String path = URI.create(address).getPath();
        String end = name.startsWith("/") ? name : "/" + name;
        return path.endsWith(end) || path.matches(".*" + java.util.regex.Pattern.quote(end) + "\\.(json|ya?ml)");
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private List<Published> pages(List<String> addresses) {
        PagePattern pattern = new PagePattern(source.pages());
        List<Source> wantedPages = new ArrayList<>();
        for (String address : addresses) {
            if (pattern.fits(URI.create(address).getPath())) {
                wantedPages.add(names.source(address, Source.Kind.PAGE));
            }
        }
        List<Source> dropped = kept.stream()
                .filter(page -> page.kind() == Source.Kind.PAGE && !wantedPages.contains(page))
                .toList();
        List<Published> found = new ArrayList<>();
        int prose = 0;
        for (Published page : fetches.all(wantedPages, wantedPages)) {
            if (!PageReader.offers(page.text())) {
                if (isKept(page.source())) {
                    throw lost(page);
                }
                prose++;
            } else if (isReadable(page)) {
                found.add(page);
            }
        }
        if (prose > 0) {
            note(prose + (prose == 1 ? " page holds" : " pages hold") + " no document");
        }
        for (Source page : dropped) {
            Published still = fetches.unlessGone(page);
            if (still == null) {
                note(page.url() + " is no longer listed, and its address is empty: its operations count as removed");
            } else if (PageReader.offers(still.text())) {
                note(page.url() + " is no longer listed and still published: it is read as before");
                found.add(still);
            } else {
                throw lost(still);
            }
        }
        return found;
    }

    private SpecException lost(Published page) {
        return new SpecException(
                page.name(),
                0,
                "#",
                "held a document when it was locked and holds none now; what is locked stays as it is");
    }

    /** A page of ours must be readable; one that was never locked is left out, with its reason. */
    private boolean isReadable(Published page) {
        List<Block> blocks = PageReader.read(page.text(), page.name());
        for (Block block : blocks) {
            if (block.outcome() != BlockOutcome.OK && !isKept(page.source())) {
                note(block.page() + ":" + block.line() + " is left out: " + block.reason());
                return false;
            }
        }
        return true;
    }

    private boolean isKept(Source candidate) {
        return kept.contains(candidate);
    }

    private void note(String message) {
        notes.add(Diagnostic.note(source.url(), message));
    }
}
