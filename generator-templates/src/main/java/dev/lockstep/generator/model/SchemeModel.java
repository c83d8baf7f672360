package dev.lockstep.generator.model;

import org.jspecify.annotations.Nullable;

/**
 * A security scheme.
 *
 * @param name as documented
 * @param kind how its credential is sent
 * @param parameter name of the header, query parameter or cookie; empty for bearer and basic
 * @param prefix text before the key; null for none
 * @param suffix last part of its configuration name
 * @param method the builder's method
 * @param docs what the document says of it
 */
public record SchemeModel(
        String name, Kind kind, String parameter, @Nullable String prefix, String suffix, String method, Docs docs) {
    /** How a credential is sent. */
    public enum Kind {
        API_KEY_HEADER("apiKeyHeader"),
        API_KEY_QUERY("apiKeyQuery"),
        API_KEY_COOKIE("apiKeyCookie"),
        BEARER("bearer"),
        BASIC("basic");

        private final String factory;

        Kind(String factory) {
            this.factory = factory;
        }

        /** The method that creates it. */
        public String factory() {
            return factory;
        }

        /** Whether it needs the name of a header, query parameter or cookie. */
        public boolean named() {
            return this != BEARER && this != BASIC;
        }
    }
}
