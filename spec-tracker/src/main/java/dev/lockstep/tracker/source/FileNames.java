package dev.lockstep.tracker.source;

import dev.lockstep.generator.lock.Sha256;
import dev.lockstep.tracker.workspace.Source;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names the files in which documents are kept that an index led to: after their addresses, and once named so for good. */
final class FileNames {
    private static final int LONGEST = 120;

    private final Map<String, String> files = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param kept those that have their names already
     */
    FileNames(List<Source> kept) {
        for (Source source : kept) {
            files.put(source.url(), source.file());
            taken.add(source.file());
        }
    }

    /** The source of an address. */
    Source source(String address, Source.Kind kind) {
        return new Source(address, files.computeIfAbsent(address, url -> named(url, kind)), kind, List.of());
    }

    /** {@code https://h/api-reference/end-thing.md} is kept as {@code pages/api-reference-end-thing.md}. */
    private String named(String address, Source.Kind kind) {
        URI uri = URI.create(address);
        String words = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "-" + uri.getRawQuery());
        String safe = words.replaceAll("[^A-Za-z0-9._]+", "-").replaceAll("^[-._]+", "");
        int dot = safe.lastIndexOf('.');
        String stem = dot < 0 ? safe : safe.substring(0, dot);
        String ending = dot < 0 ? "" : safe.substring(dot).toLowerCase(Locale.ROOT);
        if (Source.Kind.ofFile(safe) != kind) {
            stem = safe;
            ending = kind == Source.Kind.SPEC ? ".yaml" : ".md";
        }
        String name = "pages/" + stem + ending;
        if (stem.length() > LONGEST || stem.isEmpty() || !taken.add(name.toLowerCase(Locale.ROOT))) {
            String hash = Sha256.brief(Sha256.of(address));
            name = "pages/" + stem.substring(0, Math.min(stem.length(), LONGEST)) + (stem.isEmpty() ? "" : "-") + hash
                    + ending;
            taken.add(name.toLowerCase(Locale.ROOT));
        }
        return name;
    }
}
