package dev.lockstep.tracker.impact;

import java.util.Comparator;

/**
 * A line of somebody's code that uses a generated client.
 *
 * @param symbol what it uses, without type arguments: {@code dev.lockstep.vendor.tavus.ConversationsApi#endConversation(String)};
 *     a class is its own name
 * @param file the source file below its source root: {@code com/acme/ConversationService.java}
 * @param line 1 is the first; 0 where the class file does not say: fields without an initial value, declarations of classes
 * @param method the class with what is around the line: {@code com.acme.ConversationService.hangUp}
 * @param through the library method whose call uses the symbol: {@code dev.lockstep.conversations.Conversations.end}; empty
 *     where the line uses it itself
 * @param compared whether the line compares a constant's text with another, as a switch over answers does, and sends nothing
 */
public record Use(String symbol, String file, int line, String method, String through, boolean compared)
        implements Comparable<Use> {
    private static final Comparator<Use> ORDER = Comparator.comparing(Use::file)
            .thenComparing(Use::line)
            .thenComparing(Use::symbol)
            .thenComparing(Use::method)
            .thenComparing(Use::through)
            .thenComparing(Use::compared);

    /** A use that compares nothing. */
    Use(String symbol, String file, int line, String method, String through) {
        this(symbol, file, line, method, through, false);
    }

    @Override
    public int compareTo(Use other) {
        return ORDER.compare(this, other);
    }
}
