package dev.lockstep.client;

import java.util.Locale;

/** Whether an attempt is repeated when the vendor may already have carried it out. */
public enum RetryClass {
    /** Repeat only attempts that certainly did not reach the operation, and those the vendor asked to repeat. */
    ONLY_IF_UNSENT,

    /** The operation is safe to repeat: ambiguous failures are repeated as well. */
    ALWAYS;

    /** The name used in configuration and overlays: {@code only-if-unsent} or {@code always}. */
    public String configName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The class with this {@link #configName()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RetryClass ofConfigName(String name) {
        for (RetryClass value : values()) {
            if (value.configName().equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException("not a retry class: '" + name + "'; use always or only-if-unsent");
    }
}
