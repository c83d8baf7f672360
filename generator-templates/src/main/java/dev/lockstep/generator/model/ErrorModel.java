package dev.lockstep.generator.model;

import org.jspecify.annotations.Nullable;

/**
 * A documented status that is no success.
 *
 * @param status {@code 404}, {@code 4XX} or {@code default}
 * @param type its body; null where none is documented
 */
public record ErrorModel(String status, @Nullable TypeRef type) {
    /** The class that the body is read as. */
    public String className() {
        if (type == null) {
            return "Void";
        }
        return type instanceof TypeRef.Named named ? named.javaName() : "JsonValue";
    }
}
