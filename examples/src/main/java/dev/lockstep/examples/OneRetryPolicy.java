package dev.lockstep.examples;

import dev.lockstep.client.CallOptions;
import dev.lockstep.client.Config;
import dev.lockstep.client.RetryClass;
import dev.lockstep.client.RetryPolicy;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.Policies;
import java.time.Duration;

/** One retry policy and one deadline for all vendors, with an exception for one operation; prints what is in force. */
public final class OneRetryPolicy {
    private OneRetryPolicy() {}

    public static void main(String[] args) {
        Conversations conversations = Conversations.builder()
                .config(Config.environment())
                .retry(RetryPolicy.builder()
                        .attempts(5)
                        .baseDelay(Duration.ofMillis(500))
                        .build())
                .deadline(Duration.ofSeconds(20))
                .vendor(
                        "hamsa",
                        client -> client.operation(
                                "terminateConversation",
                                CallOptions.builder().retry(RetryClass.ALWAYS).build()))
                .build();
        System.out.print(Policies.table(conversations.policies()));
    }
}
