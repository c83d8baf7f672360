package dev.lockstep.client.internal;

import org.jspecify.annotations.Nullable;

/** Why a body is not the documented kind of JSON: in words, and where. Holds no value of the body. */
final class DecodeFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final String path;

    DecodeFailure(String reason, String path, @Nullable Throwable cause) {
        super(reason, cause);
        this.path = path;
    }

    String path() {
        return path;
    }
}
