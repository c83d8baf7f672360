package dev.lockstep.conversations;

import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ClientBuilder;
import dev.lockstep.vendor.openhands.ConversationResponse;
import dev.lockstep.vendor.openhands.ConversationStatus;
import dev.lockstep.vendor.openhands.OpenHandsClient;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ending conversations at OpenHands, in its cloud or on a server of your own.
 *
 * <p>The operation is not documented as safe to repeat: it is not repeated once it may have reached OpenHands. A server
 * of your own is named by {@code openhands.base-url}, and its host must be allowed too.
 */
public final class OpenHands implements Vendor<OpenHandsClient> {
    private static final String NAME = "openhands";

    /** For {@link java.util.ServiceLoader}. */
    public OpenHands() {}

    /**
     * The agent loop of a conversation: OpenHands closes the session in which its agent works. Whether the conversation
     * itself stays, its page does not say. It needs the session key ({@code openhands.api-key}).
     *
     * <p>{@code STOPPED} or no conversation status is {@link EndStatus#ENDED}; {@code STARTING} and {@code RUNNING} are
     * {@link EndStatus#ENDING}, since the page does not say whether they were read before the loop went down; another
     * word is {@link EndStatus#UNKNOWN}. {@link Ended#message()} is OpenHands' message.
     *
     * @param id not blank, at most 256 characters; refused when the call is made
     */
    public static Target<ConversationResponse> conversation(String id) {
        return Target.of(NAME, "stopConversation", id);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<OpenHandsClient> clientType() {
        return OpenHandsClient.class;
    }

    @Override
    public String artifact() {
        return "dev.lockstep:lockstep-client-openhands";
    }

    @Override
    public OpenHandsClient connect(Consumer<? super ClientBuilder<?>> shared) {
        OpenHandsClient.Builder builder = OpenHandsClient.builder();
        shared.accept(builder);
        return builder.build();
    }

    @Override
    public ApiClient apiClient(OpenHandsClient client) {
        return client.client();
    }

    @Override
    public Ending<?> end(OpenHandsClient client, Target<?> target) {
        if (!target.operation().equals("stopConversation")) {
            throw Vendors.unknownOperation(target, "stopConversation");
        }
        return Ending.of(client.conversations().stopConversation(target.id()), response -> read(response.body()));
    }

    private static Outcome read(ConversationResponse body) {
        @Nullable ConversationStatus status = body.conversationStatus();
        return Outcome.of(status == null ? EndStatus.ENDED : normalised(status.value()))
                .withVendorStatus(status == null ? null : status.value())
                .withMessage(Vendors.told(body::message));
    }

    private static EndStatus normalised(String status) {
        return switch (status) {
            case "STOPPED" -> EndStatus.ENDED;
            case "STARTING", "RUNNING" -> EndStatus.ENDING;
            default -> EndStatus.UNKNOWN;
        };
    }
}
