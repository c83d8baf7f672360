package dev.lockstep.generator.sample;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Names of properties that a schema's {@code patternProperties} describe. */
final class PatternNames {
    private static final List<String> USUAL =
            List.of("key", "extra_1", "1", "A1", "en", "en-US", "x-key", "2024-02-29", "a.b", "key:1", "/key", "$key");

    private PatternNames() {}

    /** A usual name in which the expression is found; null if there is none, or it is of another dialect. */
    static @Nullable String usual(String regex) {
        return first(regex, USUAL);
    }

    /** A name for an expression that is little more than the beginning of one; null if it is more, or of another dialect. */
    static @Nullable String beginning(String regex) {
        return first(regex, List.of(regex.replaceAll("[^\\w-]", "") + "1"));
    }

    private static @Nullable String first(String regex, List<String> names) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return names.stream()
                    .filter(name -> pattern.matcher(name).find())
                    .findFirst()
                    .orElse(null);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }
}
