package dev.lockstep.conversations;

import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ClientBuilder;
import dev.lockstep.vendor.tavus.EndDeploymentConversationResponse;
import dev.lockstep.vendor.tavus.TavusClient;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ending conversations at Tavus: one that your account started, or one that was started through a public deployment.
 *
 * <p>Neither call is documented as safe to repeat, so neither is repeated once it may have reached Tavus.
 */
public final class Tavus implements Vendor<TavusClient> {
    private static final String NAME = "tavus";
    private static final String DEPLOYMENT_ID = "deployment_id";
    private static final String CONVERSATION_ID = "conversation_id";

    /** For {@link java.util.ServiceLoader}. */
    public Tavus() {}

    /**
     * A conversation that your account started. Ending it needs the API key ({@code tavus.api-key}).
     *
     * <p>Tavus answers without a body, so a success is {@link EndStatus#ENDED} and says nothing else.
     *
     * @param id not blank, at most 256 characters; refused when the call is made
     */
    public static Target<Void> conversation(String id) {
        return Target.of(NAME, "endConversation", id);
    }

    /**
     * A conversation that somebody started through a public deployment, typically in a browser. The operation takes no
     * key: none is sent, even where one is configured, and whoever knows both ids can end the conversation.
     *
     * <p>The word {@code ended} is {@link EndStatus#ENDED}, any other {@link EndStatus#UNKNOWN}, none
     * {@link EndStatus#ENDED}.
     *
     * @param deploymentId not blank, at most 256 characters; refused when the call is made
     * @param id likewise
     */
    public static Target<EndDeploymentConversationResponse> deployment(String deploymentId, String id) {
        return Target.of(
                NAME, "endDeploymentConversation", Map.of(DEPLOYMENT_ID, deploymentId, CONVERSATION_ID, id), id);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<TavusClient> clientType() {
        return TavusClient.class;
    }

    @Override
    public String artifact() {
        return "dev.lockstep:lockstep-client-tavus";
    }

    @Override
    public TavusClient connect(Consumer<? super ClientBuilder<?>> shared) {
        TavusClient.Builder builder = TavusClient.builder();
        shared.accept(builder);
        return builder.build();
    }

    @Override
    public ApiClient apiClient(TavusClient client) {
        return client.client();
    }

    @Override
    public Ending<?> end(TavusClient client, Target<?> target) {
        return switch (target.operation()) {
            case "endConversation" ->
                Ending.of(client.conversations().endConversation(target.id()), response -> Outcome.of(EndStatus.ENDED));
            case "endDeploymentConversation" ->
                Ending.of(
                        client.deployments().endDeploymentConversation(target.argument(DEPLOYMENT_ID), target.id()),
                        response -> read(response.body()));
            default -> throw Vendors.unknownOperation(target, "endConversation", "endDeploymentConversation");
        };
    }

    private static Outcome read(EndDeploymentConversationResponse body) {
        @Nullable String status = body.status();
        boolean over = status == null || status.equals("ended");
        return Outcome.of(over ? EndStatus.ENDED : EndStatus.UNKNOWN).withVendorStatus(status);
    }
}
