package dev.lockstep.generator.gate;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Generates a client again where order, language, digits and time are others. */
final class SameBytes {
    private record Place(String language, String zone, long seed) {}

    private static final List<Place> PLACES = List.of(
            new Place("tr-TR", "Pacific/Kiritimati", 1),
            new Place("ar-EG-u-nu-arab", "America/St_Johns", 2),
            new Place("th-TH-u-ca-buddhist-nu-thai", "Asia/Kathmandu", 3));

    private SameBytes() {}

    /** The first difference; null if there is none. */
    static @Nullable String difference(SpecDocument document, String name) {
        GeneratorOptions options = GeneratorOptions.builder(name).build();
        GeneratedClient first = ClientGenerator.generate(document, options);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (Place place : PLACES) {
                Locale.setDefault(Locale.forLanguageTag(place.language()));
                TimeZone.setDefault(TimeZone.getTimeZone(place.zone()));
                SpecDocument shuffled = document.withRoot(Shuffle.of(document.root(), place.seed()));
                GeneratedClient again = ClientGenerator.generate(shuffled, options);
                String difference = difference(first, again);
                if (difference != null) {
                    return place.language() + ", shuffle " + place.seed() + ": " + difference;
                }
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        return null;
    }

    private static @Nullable String difference(GeneratedClient one, GeneratedClient other) {
        if (!one.model().names().equals(other.model().names())) {
            Set<Map.Entry<String, String>> left =
                    new LinkedHashSet<>(one.model().names().entrySet());
            Set<Map.Entry<String, String>> right =
                    new LinkedHashSet<>(other.model().names().entrySet());
            left.removeAll(other.model().names().entrySet());
            right.removeAll(one.model().names().entrySet());
            return "names for the lock: " + left + "\n    and " + right;
        }
        if (!one.model().surface().text().equals(other.model().surface().text())) {
            return "the surface";
        }
        return difference(one.files(), other.files());
    }

    private static @Nullable String difference(SortedMap<String, String> one, SortedMap<String, String> other) {
        if (!one.keySet().equals(other.keySet())) {
            return "files: " + one.keySet() + "\n    and " + other.keySet();
        }
        for (String path : one.keySet()) {
            List<String> left = String.valueOf(one.get(path)).lines().toList();
            List<String> right = String.valueOf(other.get(path)).lines().toList();
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                if (!left.get(i).equals(right.get(i))) {
                    return path + ":" + (i + 1) + ":\n    " + left.get(i) + "\n    " + right.get(i);
                }
            }
            if (left.size() != right.size()) {
                return path + ": " + left.size() + " lines and " + right.size();
            }
        }
        return null;
    }
}
