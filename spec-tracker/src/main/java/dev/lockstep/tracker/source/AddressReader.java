package dev.lockstep.tracker.source;

import dev.lockstep.tracker.workspace.Source;

/** Reads what is published at an address. */
@FunctionalInterface
interface AddressReader {
    /**
     * The document of a source as it is now.
     *
     * @throws Fetcher.FetchException when it cannot be had; the message says why, without the address
     */
    Published read(Source source) throws Fetcher.FetchException;
}
