package dev.lockstep.tracker.drift;

import org.jspecify.annotations.Nullable;

/** What differs. The words are those of the log lines that clients write. */
enum DriftKind {
    UNKNOWN_PROPERTY("unknown-property"),
    UNKNOWN_ENUM_VALUE("unknown-enum-value"),
    MISSING_PROPERTY("missing-property"),
    NULL_PROPERTY("null-property"),
    MISTYPED_PROPERTY("mistyped-property"),
    UNDECODABLE_UNION("undecodable-union"),
    UNDOCUMENTED_STATUS("undocumented-status"),
    UNDECODABLE_ERROR_BODY("undecodable-error-body"),
    DEPRECATION("deprecation"),
    SUNSET("sunset");

    private final String word;

    DriftKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static @Nullable DriftKind of(String word) {
        for (DriftKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
