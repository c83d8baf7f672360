package dev.lockstep.conversations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to end: a conversation of one vendor, by one of that vendor's operations.
 *
 * <p>Plain data: a target names no client and holds no credential, so it can be made, compared and kept without the
 * vendor's jar. Get one from the vendor's class, for example {@link Tavus#conversation(String)}.
 *
 * @param <R> the vendor's typed response
 */
@SuppressWarnings("UnusedTypeParameter") // it types what ending the target gives
public final class Target<R> {
    private final String vendor;
    private final String operation;
    private final Map<String, String> arguments;
    private final String id;

    private Target(String vendor, String operation, Map<String, String> arguments, String id) {
        this.vendor = vendor;
        this.operation = operation;
        this.arguments = arguments;
        this.id = id;
    }

    /**
     * A target with one argument: the conversation's id.
     *
     * @param vendor the {@link Vendor#name()} that ends it
     * @param operation the Java name of the vendor's operation, for example {@code endConversation}
     * @param id the conversation's id; it is checked when the call is made
     * @param <R> the vendor's typed response; the {@link Vendor} answers for it
     */
    public static <R> Target<R> of(String vendor, String operation, String id) {
        Objects.requireNonNull(id, "id == null");
        return of(vendor, operation, Map.of("id", id), id);
    }

    /**
     * A target with several arguments, one of which is the conversation's id.
     *
     * @param arguments what the operation needs, by name
     */
    public static <R> Target<R> of(String vendor, String operation, Map<String, String> arguments, String id) {
        Objects.requireNonNull(vendor, "vendor == null");
        Objects.requireNonNull(operation, "operation == null");
        Objects.requireNonNull(arguments, "arguments == null");
        Objects.requireNonNull(id, "id == null");
        return new Target<>(vendor, operation, Collections.unmodifiableMap(new LinkedHashMap<>(arguments)), id);
    }

    /** The vendor's name, for example {@code tavus}. */
    public String vendor() {
        return vendor;
    }

    /** The Java name of the vendor's operation, for example {@code endDeploymentConversation}. */
    public String operation() {
        return operation;
    }

    /** The conversation's id, as given. */
    public String id() {
        return id;
    }

    /**
     * One argument of the operation.
     *
     * @throws IllegalArgumentException if this target has no such argument
     */
    public String argument(String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException(this + " has no argument " + name + "; it has " + arguments.keySet());
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target<?> that
                && vendor.equals(that.vendor)
                && operation.equals(that.operation)
                && arguments.equals(that.arguments)
                && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(vendor, operation, arguments, id);
    }

    /** Vendor, operation and id: {@code tavus endConversation c123456}. */
    @Override
    public String toString() {
        return vendor + " " + operation + " " + id;
    }
}
