package dev.lockstep.openapi;

import java.util.Locale;

/** The kinds of objects of an OpenAPI document; {@link Structure} says where each stands in another. */
public enum Kind {
    DOCUMENT,
    INFO,
    CONTACT,
    LICENSE,
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
    DOCUMENTATION,
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
