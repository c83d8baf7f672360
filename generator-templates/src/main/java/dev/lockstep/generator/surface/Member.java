package dev.lockstep.generator.surface;

/**
 * One public class, method or constant of a client.
 *
 * @param symbol its name, unique in the client: {@code dev.lockstep.vendor.tavus.ConversationsApi#endConversation(String)}; a
 *     class is its own name
 * @param declaration as a person reads it: {@code public ApiCall<Void> endConversation(String)}
 * @param origin where it comes from: the document's pointer or an operation's key; empty where from neither
 */
public record Member(String symbol, String declaration, String origin) {
    /** The class that this is or that declares it. */
    public String owner() {
        int hash = symbol.indexOf('#');
        return hash < 0 ? symbol : symbol.substring(0, hash);
    }

    boolean isClass() {
        return symbol.indexOf('#') < 0;
    }
}
