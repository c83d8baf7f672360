package dev.lockstep.tracker.workspace;

import java.util.List;
import java.util.Locale;

/**
 * Something that a vendor publishes and that we read.
 *
 * @param url where it is published; the empty string where only a copy is at hand, which is then never fetched
 * @param file where we keep it, relative to the vendor's folder; the empty string for an index, which is read anew each time
 * @param kind what it is
 * @param pages which of an index's pages are read, as path patterns such as {@code /api-reference/**}; empty for its API pages
 */
public record Source(String url, String file, Kind kind, List<String> pages) {

    /** What can be read. */
    public enum Kind {
        /** A docs page with documents inside. */
        PAGE,
        /** A whole OpenAPI document. */
        SPEC,
        /** A list of pages and specs: {@code llms.txt}. */
        INDEX;

        /** The word in {@code vendor.yaml}: {@code page}, {@code spec} or {@code index}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a file of this name is unless somebody says otherwise: JSON and YAML are specs, all else are pages. */
        public static Kind ofFile(String file) {
            String name = file.toLowerCase(Locale.ROOT);
            return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml") ? SPEC : PAGE;
        }
    }

    public Source {
        pages = List.copyOf(pages);
    }

    /** A page or a spec, by the name of its file. */
    public Source(String url, String file) {
        this(url, file, Kind.ofFile(file), List.of());
    }

    /** An index. */
    public static Source index(String url, List<String> pages) {
        return new Source(url, "", Kind.INDEX, pages);
    }

    /** How messages call it: where it is published, else where we keep it. */
    public String name() {
        return url.isEmpty() ? file : url;
    }
}
