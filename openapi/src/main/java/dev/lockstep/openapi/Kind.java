package dev.lockstep.openapi;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of objects of an OpenAPI document; {@link Structure} says where each stands in another. */
enum Kind {
    DOCUMENT,
    INFO,
    PATHS,
    PATH_ITEM(true),
    OPERATION,
    PARAMETER(true),
    HEADER(true),
    REQUEST_BODY(true),
    RESPONSES,
    RESPONSE(true),
    MEDIA_TYPE,
    ENCODING,
    SCHEMA(true),
    EXAMPLE(true),
    LINK(true),
    CALLBACK(true),
    COMPONENTS,
    SECURITY_SCHEME(true),
    FLOWS,
    FLOW,
    SERVER,
    SERVER_VARIABLE,
    TAG,
    DISCRIMINATOR,
    /** Has extensions and nothing else of interest. */
    LEAF;

    private final boolean referable;

    Kind() {
        this(false);
    }

    Kind(boolean referable) {
        this.referable = referable;
    }

    /** Whether OpenAPI allows a reference instead of the object. */
    boolean referable() {
        return referable;
    }

    /** Whether a client's types or requests depend on it: a broken reference to it cannot be left out. */
    boolean essential() {
        return this != EXAMPLE && this != LINK && this != HEADER && this != CALLBACK;
    }

    /** What every entry is, apart from extensions, in an object that is itself a map; else null. */
    @Nullable
    Kind entries() {
        return switch (this) {
            case PATHS, CALLBACK -> PATH_ITEM;
            case RESPONSES -> RESPONSE;
            default -> null;
        };
    }

    /** The kind's name in messages, as the specification has it. */
    String text() {
        return switch (this) {
            case PATH_ITEM -> "path item";
            case REQUEST_BODY -> "request body";
            case SECURITY_SCHEME -> "security scheme";
            case MEDIA_TYPE -> "media type";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
