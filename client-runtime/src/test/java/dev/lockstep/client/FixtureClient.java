package dev.lockstep.client;

import com.squareup.moshi.JsonAdapter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client as the generator writes them, for operations of every kind. */
final class FixtureClient {
    static final String BASE_URL = "https://api.acme.example/";

    private final ApiClient client;

    private FixtureClient(ApiClient client) {
        this.client = client;
    }

    static Builder builder() {
        return new Builder();
    }

    FixtureService service() {
        return client.service(FixtureService.class);
    }

    ApiClient client() {
        return client;
    }

    static ClientDefinition definition() {
        return ClientDefinition.builder("acme", "1.2.3")
                .baseUrl(BASE_URL)
                .scheme(SecurityScheme.apiKeyHeader("apiKey", "x-api-key").configuredAs("api-key"))
                .scheme(SecurityScheme.bearer("token").configuredAs("token"))
                .scheme(SecurityScheme.apiKeyHeader("prefixed", "Authorization")
                        .withPrefix("Token ")
                        .configuredAs("prefixed-key"))
                .scheme(SecurityScheme.apiKeyQuery("query", "key").configuredAs("query-key"))
                .scheme(SecurityScheme.apiKeyCookie("cookie", "session").configuredAs("session"))
                .scheme(SecurityScheme.basic("basic").configuredAs("login"))
                .adapters((type, annotations, moshi) -> adapter(type))
                .services(FixtureService.class)
                .build();
    }

    private static @Nullable JsonAdapter<?> adapter(java.lang.reflect.Type type) {
        if (type == Conversation.class) {
            return Conversation.ADAPTER;
        }
        return type == Problem.class ? Problem.ADAPTER : null;
    }

    static final class Builder extends ClientBuilder<Builder> {
        private Builder() {
            super(definition());
        }

        Builder key(String scheme, String value) {
            return credential(scheme, value);
        }

        Builder key(String scheme, Supplier<@Nullable String> supplier) {
            return credential(scheme, supplier);
        }

        Builder login(String user, String password) {
            return basicCredential("basic", user, password);
        }

        FixtureClient build() {
            return new FixtureClient(buildClient());
        }
    }
}
