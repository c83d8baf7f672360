package dev.lockstep.conversations;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ClientBuilder;
import dev.lockstep.client.ClientDefinition;
import dev.lockstep.client.Operation;
import dev.lockstep.client.PathParameters;
import dev.lockstep.client.Requirement;
import dev.lockstep.client.Secured;
import dev.lockstep.client.SecurityScheme;
import retrofit2.http.DELETE;
import retrofit2.http.Path;

/** The client of a vendor that only one team has. */
final class AcmeClient {
    private final ApiClient client;

    private AcmeClient(ApiClient client) {
        this.client = client;
    }

    static Builder builder() {
        return new Builder();
    }

    ApiCall<Void> hangUp(String callId) {
        return client.service(CallsService.class).hangUp(PathParameters.text("call_id", callId));
    }

    ApiClient client() {
        return client;
    }

    interface CallsService {
        @Operation(name = "hangUp", key = "DELETE /calls/{call_id}")
        @Secured(@Requirement("acmeKey"))
        @DELETE("calls/{call_id}")
        ApiCall<Void> hangUp(@Path("call_id") String callId);
    }

    static final class Builder extends ClientBuilder<Builder> {
        private Builder() {
            super(ClientDefinition.builder("acme", "1.0.0")
                    .baseUrl("https://acme.example/")
                    .scheme(SecurityScheme.apiKeyHeader("acmeKey", "X-Acme-Key").configuredAs("api-key"))
                    .services(CallsService.class)
                    .build());
        }

        AcmeClient build() {
            return new AcmeClient(buildClient());
        }
    }
}
