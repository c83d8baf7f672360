package dev.lockstep.client.json;

/** Whether a property must be there, and whether it may be null. */
public enum Need {
    REQUIRED(true, false),
    REQUIRED_NULLABLE(true, true),
    OPTIONAL(false, false),
    NULLABLE(false, true);

    final boolean required;
    final boolean nullable;

    Need(boolean required, boolean nullable) {
        this.required = required;
        this.nullable = nullable;
    }
}
