package dev.lockstep.conversations;

import dev.lockstep.client.json.InvalidPropertyException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The vendors on the class path, by name, each with its client or without. */
final class Vendors {
    private final SortedMap<String, Vendor<?>> present = new TreeMap<>();
    private final SortedMap<String, Vendor<?>> withoutClient = new TreeMap<>();

    private Vendors() {}

    /**
     * What {@link ServiceLoader} finds.
     *
     * @throws IllegalStateException if two vendors have one name
     * @throws ServiceConfigurationError if a listed class is no vendor or cannot be made
     */
    static Vendors load(ClassLoader loader) {
        List<Vendor<?>> found = new ArrayList<>();
        for (Vendor<?> vendor : ServiceLoader.load(Vendor.class, loader)) {
            found.add(vendor);
        }
        return of(found);
    }

    static Vendors of(Iterable<Vendor<?>> found) {
        Vendors vendors = new Vendors();
        for (Vendor<?> vendor : found) {
            Vendor<?> other = vendors.get(vendor.name());
            if (other != null) {
                throw new IllegalStateException("two vendors are named " + vendor.name() + ": "
                        + other.getClass().getName() + " and "
                        + vendor.getClass().getName());
            }
            (hasClient(vendor) ? vendors.present : vendors.withoutClient).put(vendor.name(), vendor);
        }
        return vendors;
    }

    /** Those whose client is on the class path, by name. */
    SortedMap<String, Vendor<?>> present() {
        return present;
    }

    /** The names of all, those without their client included. */
    List<String> names() {
        TreeMap<String, Vendor<?>> all = new TreeMap<>(present);
        all.putAll(withoutClient);
        return List.copyOf(all.keySet());
    }

    /** The vendor of this name, with its client or without; null if there is none. */
    @Nullable
    Vendor<?> get(String name) {
        Vendor<?> vendor = present.get(name);
        return vendor != null ? vendor : withoutClient.get(name);
    }

    /** For a target whose operation its vendor does not have. */
    static IllegalArgumentException unknownOperation(Target<?> target, String... known) {
        return new IllegalArgumentException(
                "unknown operation '" + target.operation() + "' of " + target.vendor() + "; known: " + List.of(known));
    }

    /**
     * What a property of a typed response says; null if it says nothing, or something other than the document promised.
     * Drift of that kind is told to the drift listener, and the typed response keeps it.
     */
    static <T> @Nullable T told(Supplier<@Nullable T> property) {
        try {
            return property.get();
        } catch (InvalidPropertyException drifted) {
            return null;
        }
    }

    private static boolean hasClient(Vendor<?> vendor) {
        try {
            return vendor.clientType() != null;
        } catch (NoClassDefFoundError absent) {
            return false;
        }
    }
}
