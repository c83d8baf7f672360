package dev.lockstep.client;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what the vendor documents and what it answered. Names only, never values; the one exception is the
 * date of an announced end.
 */
public final class DriftEvent {
    /** What differs. */
    public enum Kind {
        /** A property that the documented type does not have. */
        UNKNOWN_PROPERTY,
        /** A value that the documented enum does not have. */
        UNKNOWN_ENUM_VALUE,
        /** A property that is documented as required, and absent. */
        MISSING_PROPERTY,
        /** A property that is JSON {@code null} and not documented as nullable. */
        NULL_PROPERTY,
        /** A property of another type than documented. */
        MISTYPED_PROPERTY,
        /** A value that fits no documented variant. */
        UNDECODABLE_UNION,
        /** A status that the operation does not document. */
        UNDOCUMENTED_STATUS,
        /** A documented error status whose body is not the documented one. */
        UNDECODABLE_ERROR_BODY,
        /** The header {@code Deprecation} (RFC 9745). */
        DEPRECATION,
        /** The header {@code Sunset} (RFC 8594). */
        SUNSET
    }

    private final Kind kind;
    private final String vendor;
    private final String operation;
    private final int status;
    private final String type;
    private final String name;
    private final String path;
    private final @Nullable Instant date;

    /** Describes a difference without a date. */
    public DriftEvent(Kind kind, String vendor, String operation, int status, String type, String name, String path) {
        this(kind, vendor, operation, status, type, name, path, null);
    }

    /**
     * Describes a difference.
     *
     * @param operation the operation's Java name
     * @param status HTTP status of the response
     * @param type Java name of the model or enum that met it; empty if none did
     * @param name name of the property or header; empty if the whole value is meant
     * @param path JSON path with array indexes replaced by {@code *}; {@code $} for the whole response
     * @param date when the announced end is or was, for {@code DEPRECATION} and {@code SUNSET}; null if none was readable
     */
    public DriftEvent(
            Kind kind,
            String vendor,
            String operation,
            int status,
            String type,
            String name,
            String path,
            @Nullable Instant date) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.vendor = Objects.requireNonNull(vendor, "vendor");
        this.operation = Objects.requireNonNull(operation, "operation");
        this.status = status;
        this.type = Objects.requireNonNull(type, "type");
        this.name = Objects.requireNonNull(name, "name");
        this.path = Objects.requireNonNull(path, "path");
        this.date = date;
    }

    /** What differs. */
    public Kind kind() {
        return kind;
    }

    /** Lower-case vendor name. */
    public String vendor() {
        return vendor;
    }

    /** The operation's Java name. */
    public String operation() {
        return operation;
    }

    /** HTTP status of the response. */
    public int status() {
        return status;
    }

    /** Java name of the model or enum that met it; empty if none did. */
    public String type() {
        return type;
    }

    /** Name of the property or header; empty if the whole value is meant. */
    public String name() {
        return name;
    }

    /** JSON path, array indexes as {@code *}; {@code $} for the whole response. */
    public String path() {
        return path;
    }

    /** When the announced end is or was, for {@code DEPRECATION} and {@code SUNSET}; else, or if it was unreadable, null. */
    public @Nullable Instant date() {
        return date;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DriftEvent that
                && kind == that.kind
                && vendor.equals(that.vendor)
                && operation.equals(that.operation)
                && status == that.status
                && type.equals(that.type)
                && name.equals(that.name)
                && path.equals(that.path)
                && Objects.equals(date, that.date);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, vendor, operation, status, type, name, path, date);
    }

    @Override
    public String toString() {
        return kind + " " + vendor + " " + operation + " " + status + " " + path;
    }
}
