package dev.lockstep.tracker.compare;

/** Where a finding points: the new document where the thing still is, else the old one.
 *
 * @param file the document's source as it was read
 * @param line 1-based
 * @param pointer JSON pointer as a URI fragment, {@code #/paths/~1v2/get}
 */
public record Place(String file, int line, String pointer) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
