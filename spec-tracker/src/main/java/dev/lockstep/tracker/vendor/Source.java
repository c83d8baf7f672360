package dev.lockstep.tracker.vendor;

/**
 * Something that a vendor publishes and that we read.
 *
 * @param url where it is published
 * @param file where we keep it, relative to the vendor's folder
 */
public record Source(String url, String file) {}
