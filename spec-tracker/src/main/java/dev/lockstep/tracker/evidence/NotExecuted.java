package dev.lockstep.tracker.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of which no trial can show the harm, each with its reason: {@code not-executed.txt} beside this class. */
public final class NotExecuted {
    private static final Map<String, String> REASONS = load();

    private NotExecuted() {}

    /** The reason by rule id, in the order of the table. */
    public static Map<String, String> reasons() {
        return REASONS;
    }

    /** Why a rule's harm cannot be shown; null if it can. */
    static @Nullable String reason(String rule) {
        return REASONS.get(rule);
    }

    private static Map<String, String> load() {
        Map<String, String> reasons = new LinkedHashMap<>();
        InputStream stream = Objects.requireNonNull(NotExecuted.class.getResourceAsStream("not-executed.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int bar = line.indexOf(" | ");
                    for (String id : line.substring(0, bar).split(", ", -1)) {
                        reasons.put(id, line.substring(bar + 3));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(reasons);
    }
}
