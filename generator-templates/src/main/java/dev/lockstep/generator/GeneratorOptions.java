package dev.lockstep.generator;

import dev.lockstep.generator.lock.Lock;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a client is called and how the generator is to read its document. Immutable. */
public final class GeneratorOptions {
    private final String name;
    private final String packageName;
    private final String className;
    private final String version;
    private final @Nullable String server;
    private final SortedMap<String, String> credentials;
    private final SortedMap<String, String> names;
    private final @Nullable Path templateDirectory;
    private final boolean ownExtensions;
    private final boolean locked;

    private GeneratorOptions(Builder builder) {
        this.name = builder.name;
        this.packageName = Objects.requireNonNullElse(builder.packageName, Defaults.packageName(builder.name));
        this.className = Objects.requireNonNullElse(builder.className, Defaults.className(builder.name));
        this.version = builder.version;
        this.server = builder.server;
        this.credentials = Collections.unmodifiableSortedMap(new TreeMap<>(builder.credentials));
        this.names = Collections.unmodifiableSortedMap(new TreeMap<>(builder.names));
        this.templateDirectory = builder.templateDirectory;
        this.ownExtensions = builder.ownExtensions;
        this.locked = builder.locked;
    }

    /**
     * Starts options.
     *
     * @param name the vendor's name: lower-case letters, digits and hyphens, a letter first
     * @throws IllegalArgumentException if it is another kind of name
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** What a vendor's lock says, for the document that it locks, which is of our own store. */
    public static GeneratorOptions fromLock(Lock lock) {
        return fromLock(lock, null);
    }

    /** The same, with a folder whose templates stand in for ours; null for none. */
    public static GeneratorOptions fromLock(Lock lock, @Nullable Path templateDirectory) {
        return builder(lock.vendor())
                .packageName(lock.client().packageName())
                .className(lock.client().className())
                .version(lock.client().version())
                .server(lock.client().server())
                .credentials(lock.client().credentials())
                .names(lock.names())
                .templateDirectory(templateDirectory)
                .ownExtensions(true)
                .locked()
                .build();
    }

    /** The vendor's name, first part of configuration names. */
    public String name() {
        return name;
    }

    /** The package of every generated class. */
    public String packageName() {
        return packageName;
    }

    /** The simple name of the client class. */
    public String className() {
        return className;
    }

    /** The client's version, sent in {@code User-Agent}. */
    public String version() {
        return version;
    }

    /** The base URL; null takes the document's first server. */
    public @Nullable String server() {
        return server;
    }

    /** Last part of a security scheme's configuration name, by scheme. */
    public SortedMap<String, String> credentials() {
        return credentials;
    }

    /** Java names decided earlier, by stable key. */
    public SortedMap<String, String> names() {
        return names;
    }

    /** A folder whose templates stand in for ours of the same file name; null for none. */
    public @Nullable Path templateDirectory() {
        return templateDirectory;
    }

    /** Whether the document is of our own store, so that its {@code x-lockstep-} keys count. */
    public boolean ownExtensions() {
        return ownExtensions;
    }

    /** Whether the names are those of the document's own lock: then one that nothing asks for is a finding. */
    public boolean locked() {
        return locked;
    }

    /** Collects options. */
    public static final class Builder {
        private final String name;
        private @Nullable String packageName;
        private @Nullable String className;
        private String version = "1.0.0";
        private @Nullable String server;
        private Map<String, String> credentials = Map.of();
        private Map<String, String> names = Map.of();
        private @Nullable Path templateDirectory;
        private boolean ownExtensions;
        private boolean locked;

        private Builder(String name) {
            this.name = Defaults.checkedName(name);
        }

        /** By default {@code dev.lockstep.vendor.} and the name without hyphens. */
        public Builder packageName(String value) {
            this.packageName = Defaults.checkedPackage(value);
            return this;
        }

        /** By default the name in camel case and {@code Client}. */
        public Builder className(String value) {
            this.className = Defaults.checkedClass(value);
            return this;
        }

        /** By default {@code 1.0.0}. */
        public Builder version(String value) {
            this.version = Objects.requireNonNull(value, "version");
            return this;
        }

        /** By default the document's first server. */
        public Builder server(@Nullable String value) {
            this.server = value;
            return this;
        }

        /** Scheme name to configuration suffix. By default derived from the scheme. */
        public Builder credentials(Map<String, String> value) {
            this.credentials = Map.copyOf(value);
            return this;
        }

        /** Sticky names, by stable key, as {@code ClientModel.names()} gave them. */
        public Builder names(Map<String, String> value) {
            this.names = Map.copyOf(value);
            return this;
        }

        public Builder templateDirectory(@Nullable Path value) {
            this.templateDirectory = value;
            return this;
        }

        /** By default false: every extension is foreign. */
        public Builder ownExtensions(boolean value) {
            this.ownExtensions = value;
            return this;
        }

        private Builder locked() {
            this.locked = true;
            return this;
        }

        /** The options. */
        public GeneratorOptions build() {
            return new GeneratorOptions(this);
        }
    }
}
