package dev.lockstep.it;

import dev.lockstep.client.CallOptions;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.Ended;
import dev.lockstep.conversations.Target;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** The two ways to end a conversation, so that every row runs through both. */
enum Mode {
    SYNC {
        @Override
        <R> Ended<R> end(Conversations conversations, Target<R> target, CallOptions options) throws Exception {
            return conversations.end(target, options);
        }
    },
    ASYNC {
        @Override
        <R> Ended<R> end(Conversations conversations, Target<R> target, CallOptions options) throws Exception {
            try {
                return conversations.endAsync(target, options).get(20, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw e;
            }
        }
    };

    /** Ends the conversation and throws what the caller of either way would get, unwrapped. */
    abstract <R> Ended<R> end(Conversations conversations, Target<R> target, CallOptions options) throws Exception;

    final <R> Ended<R> end(Conversations conversations, Target<R> target) throws Exception {
        return end(conversations, target, CallOptions.none());
    }
}
