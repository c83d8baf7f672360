package dev.lockstep.examples;

import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiNotFoundException;
import dev.lockstep.client.ApiUnauthorizedException;
import dev.lockstep.client.Config;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.Ended;
import dev.lockstep.conversations.Tavus;
import dev.lockstep.vendor.tavus.EndConversationUnauthorized;
import java.io.IOException;

/** Ends one Tavus conversation, named by its id; the key comes from {@code TAVUS_API_KEY}. */
public final class EndConversation {
    private EndConversation() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: EndConversation CONVERSATION_ID");
            System.exit(2);
        }
        Conversations conversations =
                Conversations.builder().config(Config.environment()).build();
        try {
            Ended<Void> ended = conversations.end(Tavus.conversation(args[0]));
            System.out.println(ended + " after " + ended.attempts().size() + " attempt(s)");
        } catch (ApiNotFoundException e) {
            System.err.println("Tavus knows no conversation " + args[0]);
        } catch (ApiUnauthorizedException e) {
            EndConversationUnauthorized body = e.errorBody(EndConversationUnauthorized.class);
            System.err.println("Tavus refused the key: " + (body == null ? e.rawBody() : body.message()));
        } catch (ApiException e) {
            String doubt = e.ambiguous() ? " (it may have ended all the same: look before you repeat)" : "";
            System.err.println(e.getMessage() + doubt);
        }
    }
}
