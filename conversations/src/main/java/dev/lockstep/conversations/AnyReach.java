package dev.lockstep.conversations;

import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ClientBuilder;
import dev.lockstep.vendor.anyreach.AnyReachClient;
import dev.lockstep.vendor.anyreach.EndConversationResponse;
import dev.lockstep.vendor.anyreach.Status;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ending conversations at AnyReach: text conversations only.
 *
 * <p>Its page calls the operation idempotent, so it is repeated after any transient failure.
 */
public final class AnyReach implements Vendor<AnyReachClient> {
    private static final String NAME = "anyreach";

    /** For {@link java.util.ServiceLoader}. */
    public AnyReach() {}

    /**
     * A <b>text</b> conversation: a call or any other channel is refused with
     * {@link dev.lockstep.client.ApiConflictException}. Ending marks it {@code completed}; one that is completed already
     * stays as it is and is a success too. It needs a token with write access ({@code anyreach.token}).
     *
     * <p>{@code completed}, {@code failed}, {@code cancelled} and {@code unanswered} are {@link EndStatus#ENDED};
     * {@code token_created}, {@code triggered}, {@code ringing} and {@code in_progress} are {@link EndStatus#ENDING};
     * {@code transferred} and words that the page does not know are {@link EndStatus#UNKNOWN}; none is
     * {@link EndStatus#ENDED}. AnyReach also tells the {@link Ended#duration()} and, where it made one, a
     * {@link Ended#summary()}.
     *
     * @param id not blank, at most 256 characters; refused when the call is made
     */
    public static Target<EndConversationResponse> conversation(String id) {
        return Target.of(NAME, "endConversation", id);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<AnyReachClient> clientType() {
        return AnyReachClient.class;
    }

    @Override
    public String artifact() {
        return "dev.lockstep:lockstep-client-anyreach";
    }

    @Override
    public AnyReachClient connect(Consumer<? super ClientBuilder<?>> shared) {
        AnyReachClient.Builder builder = AnyReachClient.builder();
        shared.accept(builder);
        return builder.build();
    }

    @Override
    public ApiClient apiClient(AnyReachClient client) {
        return client.client();
    }

    @Override
    public Ending<?> end(AnyReachClient client, Target<?> target) {
        if (!target.operation().equals("endConversation")) {
            throw Vendors.unknownOperation(target, "endConversation");
        }
        return Ending.of(client.conversations().endConversation(target.id()), response -> read(response.body()));
    }

    private static Outcome read(EndConversationResponse body) {
        @Nullable Status status = body.status();
        @Nullable Long seconds = Vendors.told(body::duration);
        return Outcome.of(status == null ? EndStatus.ENDED : normalised(status.value()))
                .withVendorStatus(status == null ? null : status.value())
                .withDuration(seconds == null ? null : Duration.ofSeconds(seconds))
                .withSummary(Vendors.told(body::summary));
    }

    private static EndStatus normalised(String status) {
        return switch (status) {
            case "completed", "failed", "cancelled", "unanswered" -> EndStatus.ENDED;
            case "token_created", "triggered", "ringing", "in_progress" -> EndStatus.ENDING;
            default -> EndStatus.UNKNOWN;
        };
    }
}
