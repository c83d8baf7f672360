/**
 * Ending a conversation at any vendor, behind one retry, deadline and credential configuration.
 *
 * <p>Start at {@link dev.lockstep.conversations.Conversations}. What "end" means differs: read the vendor's own class
 * ({@link dev.lockstep.conversations.AnyReach}, {@link dev.lockstep.conversations.Hamsa},
 * {@link dev.lockstep.conversations.OpenHands}, {@link dev.lockstep.conversations.Tavus}).
 */
@NullMarked
package dev.lockstep.conversations;

import org.jspecify.annotations.NullMarked;
