package dev.lockstep.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a documented security scheme puts a credential into a request. Immutable; holds no credential. */
public final class SecurityScheme {
    /** Where a credential goes. */
    public enum Kind {
        API_KEY_HEADER,
        API_KEY_QUERY,
        API_KEY_COOKIE,
        BEARER,
        BASIC
    }

    private final String name;
    private final Kind kind;
    private final String parameter;
    private final String prefix;
    private final String configName;

    private SecurityScheme(String name, Kind kind, String parameter, String prefix, @Nullable String configName) {
        this.name = Objects.requireNonNull(name, "name");
        this.kind = kind;
        this.parameter = Objects.requireNonNull(parameter, "parameter");
        this.prefix = Objects.requireNonNull(prefix, "prefix");
        this.configName = configName == null ? name : configName;
    }

    /** An API key in a header. */
    public static SecurityScheme apiKeyHeader(String name, String header) {
        return new SecurityScheme(name, Kind.API_KEY_HEADER, header, "", null);
    }

    /** An API key in a query parameter. */
    public static SecurityScheme apiKeyQuery(String name, String parameter) {
        return new SecurityScheme(name, Kind.API_KEY_QUERY, parameter, "", null);
    }

    /** An API key in a cookie. */
    public static SecurityScheme apiKeyCookie(String name, String cookie) {
        return new SecurityScheme(name, Kind.API_KEY_COOKIE, cookie, "", null);
    }

    /** {@code Authorization: Bearer <token>} (RFC 6750). */
    public static SecurityScheme bearer(String name) {
        return new SecurityScheme(name, Kind.BEARER, "Authorization", "Bearer ", null);
    }

    /** {@code Authorization: Basic <user:password>} (RFC 7617). */
    public static SecurityScheme basic(String name) {
        return new SecurityScheme(name, Kind.BASIC, "Authorization", "Basic ", null);
    }

    /**
     * The same scheme with documented text in front of the key, its blank included; {@code "Token "}.
     *
     * @throws IllegalStateException for bearer and basic, whose prefix is fixed
     */
    public SecurityScheme withPrefix(String text) {
        if (kind == Kind.BEARER || kind == Kind.BASIC) {
            throw new IllegalStateException("the prefix of scheme " + name + " is fixed by HTTP");
        }
        return new SecurityScheme(name, kind, parameter, text, configName);
    }

    /** The same scheme with this name in configuration, after the vendor's: {@code api-key} in {@code tavus.api-key}. */
    public SecurityScheme configuredAs(String suffix) {
        return new SecurityScheme(name, kind, parameter, prefix, Objects.requireNonNull(suffix, "suffix"));
    }

    /** The scheme's name in the vendor's document. */
    public String name() {
        return name;
    }

    /** Where the credential goes. */
    public Kind kind() {
        return kind;
    }

    /** Name of the header, query parameter or cookie. */
    public String parameter() {
        return parameter;
    }

    /** Text before the credential; empty for none. */
    public String prefix() {
        return prefix;
    }

    /** Last part of the configuration name. */
    public String configName() {
        return configName;
    }

    @Override
    public String toString() {
        return name + " (" + kind + " " + parameter + ")";
    }
}
