package dev.lockstep.client;

import com.squareup.moshi.JsonAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What generated code tells the runtime about a vendor. Immutable. */
public final class ClientDefinition {
    private final String vendor;
    private final String version;
    private final String baseUrl;
    private final Map<String, SecurityScheme> schemes;
    private final List<JsonAdapter.Factory> adapters;
    private final List<Class<?>> services;

    private ClientDefinition(Builder builder) {
        this.vendor = builder.vendor;
        this.version = builder.version;
        if (builder.baseUrl == null) {
            throw new IllegalStateException("no baseUrl for " + builder.vendor);
        }
        this.baseUrl = builder.baseUrl;
        this.schemes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(builder.schemes));
        this.adapters = List.copyOf(builder.adapters);
        this.services = List.copyOf(builder.services);
    }

    /**
     * Starts a definition.
     *
     * @param vendor lower-case name, first part of configuration names: {@code tavus}
     * @param version the client's version, for {@code User-Agent}
     */
    public static Builder builder(String vendor, String version) {
        return new Builder(vendor, version);
    }

    /** Lower-case name of the vendor. */
    public String vendor() {
        return vendor;
    }

    /** The client's version. */
    public String version() {
        return version;
    }

    /** The locked base URL. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Schemes by name, in the document's order. */
    public Map<String, SecurityScheme> schemes() {
        return schemes;
    }

    /** Adapters of the client's types. */
    public List<JsonAdapter.Factory> adapters() {
        return adapters;
    }

    /** The Retrofit interfaces, each method annotated with {@link Operation} and {@link Secured}. */
    public List<Class<?>> services() {
        return services;
    }

    @Override
    public String toString() {
        return vendor + " " + version + " at " + baseUrl;
    }

    /** Collects a definition. */
    public static final class Builder {
        private final String vendor;
        private final String version;
        private @Nullable String baseUrl;
        private final Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        private final List<JsonAdapter.Factory> adapters = new ArrayList<>();
        private final List<Class<?>> services = new ArrayList<>();

        private Builder(String vendor, String version) {
            this.vendor = Objects.requireNonNull(vendor, "vendor");
            this.version = Objects.requireNonNull(version, "version");
        }

        /** The locked base URL. */
        public Builder baseUrl(String url) {
            this.baseUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /** Adds a scheme. */
        public Builder scheme(SecurityScheme scheme) {
            schemes.put(scheme.name(), scheme);
            return this;
        }

        /** Adds adapters; earlier ones win. */
        public Builder adapters(JsonAdapter.Factory factory) {
            adapters.add(Objects.requireNonNull(factory, "factory"));
            return this;
        }

        /** Adds Retrofit interfaces. */
        public Builder services(Class<?>... interfaces) {
            services.addAll(List.of(interfaces));
            return this;
        }

        /**
         * The definition.
         *
         * @throws IllegalStateException without a base URL
         */
        public ClientDefinition build() {
            return new ClientDefinition(this);
        }
    }
}
