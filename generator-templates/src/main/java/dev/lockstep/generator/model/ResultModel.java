package dev.lockstep.generator.model;

/**
 * What a successful call gives.
 *
 * @param kind how the body is read
 * @param type of a JSON body or of an event; raw JSON otherwise
 * @param accept the media type to ask for; empty for JSON or no body
 */
public record ResultModel(Kind kind, TypeRef type, String accept) {
    /** How a success body is read. */
    public enum Kind {
        /** Not at all. */
        NONE,
        JSON,
        TEXT,
        BINARY,
        EVENTS
    }

    /** The type of the call's value. */
    public String javaName() {
        return switch (kind) {
            case NONE -> "Void";
            case JSON -> type.javaName();
            case TEXT -> "String";
            case BINARY -> "BinaryBody";
            case EVENTS -> "EventStream<" + type.javaName() + ">";
        };
    }
}
