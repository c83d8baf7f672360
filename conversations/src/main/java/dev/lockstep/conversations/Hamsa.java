package dev.lockstep.conversations;

import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ClientBuilder;
import dev.lockstep.vendor.hamsa.HamsaClient;
import dev.lockstep.vendor.hamsa.SuccessResponse;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Ending conversations at Hamsa.
 *
 * <p>The operation is a {@code GET} that changes state, and its page does not call it safe to repeat: it is not repeated
 * once it may have reached Hamsa.
 */
public final class Hamsa implements Vendor<HamsaClient> {
    private static final String NAME = "hamsa";

    /** For {@link java.util.ServiceLoader}. */
    public Hamsa() {}

    /**
     * An active or pending voice conversation. Ending it also closes its LiveKit room, which puts everybody out who is
     * still in there. It needs the API key ({@code hamsa.api-key}; without the word {@code Token}, which is added).
     *
     * <p>{@code success: false} in the answer is {@link EndStatus#NOT_ENDED}; true or none is {@link EndStatus#ENDED}.
     * {@link Ended#vendorStatus()} is Hamsa's message key, {@link Ended#message()} its message.
     */
    public static Target<SuccessResponse> conversation(UUID id) {
        return Target.of(NAME, "terminateConversation", id.toString());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<HamsaClient> clientType() {
        return HamsaClient.class;
    }

    @Override
    public String artifact() {
        return "dev.lockstep:lockstep-client-hamsa";
    }

    @Override
    public HamsaClient connect(Consumer<? super ClientBuilder<?>> shared) {
        HamsaClient.Builder builder = HamsaClient.builder();
        shared.accept(builder);
        return builder.build();
    }

    @Override
    public ApiClient apiClient(HamsaClient client) {
        return client.client();
    }

    @Override
    public Ending<?> end(HamsaClient client, Target<?> target) {
        if (!target.operation().equals("terminateConversation")) {
            throw Vendors.unknownOperation(target, "terminateConversation");
        }
        return Ending.of(
                client.conversations().terminateConversation(UUID.fromString(target.id())),
                response -> read(response.body()));
    }

    private static Outcome read(SuccessResponse body) {
        boolean refused = Boolean.FALSE.equals(body.success());
        return Outcome.of(refused ? EndStatus.NOT_ENDED : EndStatus.ENDED)
                .withVendorStatus(Vendors.told(body::messageKey))
                .withMessage(Vendors.told(body::message));
    }
}
