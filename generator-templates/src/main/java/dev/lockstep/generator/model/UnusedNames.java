package dev.lockstep.generator.model;

import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.Quote;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds entries of a lock that its own document does not ask for. What the generator asks for it also writes, so that a lock
 * and the names of its client are the same; an entry that only the lock has means that its key is spelled in another way now,
 * and that the name may have been decided anew.
 *
 * <p>Of another document than the locked one nothing follows: entries of what the vendor has removed are left over there.
 */
public final class UnusedNames {
    private static final String USE = "use ";

    private UnusedNames() {}

    /**
     * Finds them.
     *
     * @param locked the names of the lock
     * @param model the client of the locked document, read with these names
     * @return one finding an entry, sorted by key; what lies in a class or belongs to an operation that nothing asks for is
     *     not told beside it
     */
    public static List<Diagnostic> of(SortedMap<String, String> locked, ClientModel model, SpecDocument document) {
        SortedMap<String, String> unused = new TreeMap<>(locked);
        unused.keySet().removeAll(model.names().keySet());
        List<Diagnostic> found = new ArrayList<>();
        unused.forEach((key, name) -> {
            if (!isPart(key, name, unused)) {
                found.add(Diagnostic.warning(
                        document.place(pointer(key, document)),
                        "the lock has the name " + Quote.of(name) + " for " + Quote.of(key)
                                + ", which the generator does not ask for; look in client.api whether a name has moved,"
                                + " and keep it with ./lockstep rename"));
            }
        });
        return found;
    }

    private static boolean isPart(String key, String name, SortedMap<String, String> unused) {
        if (key.startsWith(USE)) {
            return unused.entrySet().stream()
                    .anyMatch(other -> other.getKey().startsWith(Pointer.ROOT)
                            && other.getValue().equals(name));
        }
        for (int end = key.lastIndexOf(' '); end > 0; end = key.lastIndexOf(' ', end - 1)) {
            if (unused.containsKey(key.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** The place that a key speaks of: a schema's, an operation's, or the document's. */
    private static String pointer(String key, SpecDocument document) {
        String place = key.startsWith(USE) ? key.substring(USE.length()) : key;
        if (place.startsWith(Pointer.ROOT)) {
            // Names of schemas and of members may both have spaces: as much as the document has.
            String at = place;
            while (at.indexOf(' ') > 0 && document.at(at).isMissingNode()) {
                at = at.substring(0, at.lastIndexOf(' '));
            }
            return at;
        }
        return operation(place, document).orElse(Pointer.of("paths"));
    }

    private static Optional<String> operation(String place, SpecDocument document) {
        int space = place.indexOf(' ');
        String method = space < 0 ? "" : place.substring(0, space);
        List<String> paths = new ArrayList<>();
        document.root().path("paths").fieldNames().forEachRemaining(paths::add);
        return paths.stream()
                .filter(path -> (place + " ").startsWith(method + " " + path + " "))
                .map(path -> Pointer.of("paths", path, method.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
