package dev.lockstep.client.json;

import java.util.Objects;

/**
 * A property was read whose value in the body is missing although required, or not of the documented type. The rest of the
 * model is readable; {@link JsonModel#raw(String)} gives what the vendor sent.
 */
public final class InvalidPropertyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    InvalidPropertyException(String message, String path) {
        super(message);
        this.path = Objects.requireNonNull(path, "path");
    }

    /** The property's JSON path in the body, such as {@code $.status}. */
    public String path() {
        return path;
    }
}
