package dev.lockstep.generator.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Names that something had before it was renamed on purpose; the lock has them beside its name. */
public final class DeprecatedNames {
    private static final String SUFFIX = " formerly";

    private DeprecatedNames() {}

    /** The key under which the lock has them, one a line. */
    public static String key(String of) {
        return of + SUFFIX;
    }

    /**
     * The former names of something, which are kept.
     *
     * @param before its key in the lock
     * @param now its key from now on: another one where the vendor renamed its schema
     * @param current its name, which is no former one where somebody has renamed it back
     */
    static List<String> names(
            String before,
            String now,
            @Nullable String current,
            Map<String, String> sticky,
            SortedMap<String, String> kept) {
        List<String> names = Arrays.stream(sticky.getOrDefault(key(before), "").split("\n", -1))
                .filter(name -> !name.isEmpty() && !name.equals(current))
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            kept.put(key(now), String.join("\n", names));
        }
        return names;
    }
}
