package dev.lockstep.generator.model;

/**
 * One way to send a request body.
 *
 * @param kind how it is written
 * @param mediaType as documented, without parameters where it is JSON, a form or multipart
 * @param type what the caller gives; raw bytes have none and are text here
 * @param required whether a call without it is refused
 * @param docs what the document says of it
 */
public record BodyModel(Kind kind, String mediaType, TypeRef type, boolean required, Docs docs) {
    /** How a body is written. */
    public enum Kind {
        JSON,
        FORM,
        MULTIPART,
        TEXT,
        BINARY;

        /** What a second method for the same operation is called after it. */
        String suffix() {
            return switch (this) {
                case JSON -> "Json";
                case FORM -> "Form";
                case MULTIPART -> "Multipart";
                case TEXT -> "Text";
                case BINARY -> "Binary";
            };
        }
    }
}
