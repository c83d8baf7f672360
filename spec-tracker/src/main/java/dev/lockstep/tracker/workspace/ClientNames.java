package dev.lockstep.tracker.workspace;

/**
 * What a vendor's client is called.
 *
 * @param group Maven group
 * @param packageName Java package
 * @param className simple name of the client class
 * @param version the version of its first release; later ones move in the lock
 */
public record ClientNames(String group, String packageName, String className, String version) {}
