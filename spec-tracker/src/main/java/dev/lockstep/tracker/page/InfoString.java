package dev.lockstep.tracker.page;

import dev.lockstep.openapi.SpecOperation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a fence's info string says: {@code yaml [SPEC] METHOD /path}.
 *
 * @param language the first word in lower case, or the empty string
 * @param spec what the vendor calls the document that the block was cut from; a legal identity even where it is absent
 * @param operation {@code METHOD /path}, or null where none is named
 */
record InfoString(
        String language, @Nullable String spec, @Nullable String operation) {
    private static final Set<String> LANGUAGES = Set.of("", "yaml", "yml", "json");

    static InfoString parse(String info) {
        List<String> words = info.isBlank() ? List.of() : List.of(info.strip().split("\\s+"));
        String language = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
        for (int i = 1; i + 1 < words.size(); i++) {
            if (SpecOperation.isMethod(words.get(i)) && words.get(i + 1).startsWith("/")) {
                String spec = i == 1 ? null : String.join(" ", words.subList(1, i));
                return new InfoString(language, spec, SpecOperation.key(words.get(i), words.get(i + 1)));
            }
        }
        return new InfoString(language, null, null);
    }

    /** Whether a block in this language can hold a document at all. */
    boolean isData() {
        return LANGUAGES.contains(language);
    }
}
