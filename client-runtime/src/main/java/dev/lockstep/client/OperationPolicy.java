package dev.lockstep.client;

import java.time.Duration;

/**
 * What is in force for one operation of one client, all configuration considered.
 *
 * @param vendor lower-case vendor name
 * @param name the operation's Java name
 * @param key method and path template
 * @param retry whether ambiguous failures are repeated
 * @param attempts attempts at most, the first included
 * @param deadline time of the whole call
 * @param attemptTimeout time of one attempt
 * @param security the alternatives in words: {@code none}, {@code apiKey}, {@code (a and b) or c}
 */
public record OperationPolicy(
        String vendor,
        String name,
        String key,
        RetryClass retry,
        int attempts,
        Duration deadline,
        Duration attemptTimeout,
        String security) {}
