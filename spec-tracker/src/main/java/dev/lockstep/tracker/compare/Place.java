package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;

/** Where a finding points: the new document where the thing still is, else the old one.
 *
 * @param file the document's source as it was read
 * @param line 1-based
 * @param pointer JSON pointer as a URI fragment, {@code #/paths/~1v2/get}
 */
public record Place(String file, int line, String pointer) {
    /** Where a node stands. */
    public static Place of(Node node) {
        return new Place(node.document().source(), node.line(), node.pointer());
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
