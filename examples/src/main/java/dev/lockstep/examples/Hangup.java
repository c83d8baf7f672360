package dev.lockstep.examples;

import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiNotFoundException;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.Tavus;
import java.io.IOException;

/** What an application makes of the answers: its test, {@code HangupTest}, runs against a fake vendor. */
public final class Hangup {
    /** What became of a conversation. */
    public enum Result {
        ENDED,
        GONE,
        /** It may have ended: ask the vendor before trying again. */
        UNKNOWN
    }

    private final Conversations conversations;

    /** Hangs up through these. */
    public Hangup(Conversations conversations) {
        this.conversations = conversations;
    }

    /**
     * Ends a Tavus conversation.
     *
     * @throws IOException if it certainly did not end
     */
    public Result hangUp(String id) throws IOException {
        try {
            conversations.end(Tavus.conversation(id));
            return Result.ENDED;
        } catch (ApiNotFoundException e) {
            return Result.GONE;
        } catch (ApiException e) {
            if (e.ambiguous()) {
                return Result.UNKNOWN;
            }
            throw e;
        }
    }
}
