package dev.lockstep.tracker.vendor;

/**
 * How documents that are not public are read: which header carries the credential, and which environment variable holds it.
 * The value is nowhere in the repository, and goes to no other host.
 *
 * @param host the one host that gets it, in lower case, such as {@code docs.acme.com}
 * @param header the header's name
 * @param prefix what stands before the value, such as {@code "Bearer "}; may be empty
 * @param variable the environment variable's name
 */
public record Access(String host, String header, String prefix, String variable) {}
