package dev.lockstep.conversations;

import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ClientBuilder;
import java.util.function.Consumer;

/** A team's own vendor, in as many lines as it takes. */
public final class Acme implements Vendor<AcmeClient> {
    static Target<Void> call(String id) {
        return Target.of("acme", "hangUp", id);
    }

    @Override
    public String name() {
        return "acme";
    }

    @Override
    public Class<AcmeClient> clientType() {
        return AcmeClient.class;
    }

    @Override
    public String artifact() {
        return "com.acme:acme-client";
    }

    @Override
    public AcmeClient connect(Consumer<? super ClientBuilder<?>> shared) {
        AcmeClient.Builder builder = AcmeClient.builder();
        shared.accept(builder);
        return builder.build();
    }

    @Override
    public ApiClient apiClient(AcmeClient client) {
        return client.client();
    }

    @Override
    public Ending<?> end(AcmeClient client, Target<?> target) {
        return Ending.of(
                client.hangUp(target.id()),
                response -> Outcome.of(EndStatus.of("hung_up")).withMessage("bye"));
    }
}
