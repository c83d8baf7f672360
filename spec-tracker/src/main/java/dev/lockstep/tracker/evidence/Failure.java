package dev.lockstep.tracker.evidence;

/**
 * What does not work when the old client meets the new document.
 *
 * @param where which part of which message: {@code answer 200}, {@code request body}, {@code query parameter limit}
 * @param path JSON path in it, {@code $} for the whole; every element of a list is {@code [*]}
 * @param reason what is wrong there, as the end of a sentence
 */
public record Failure(String where, String path, String reason) implements Comparable<Failure> {
    public Failure {
        path = path.replaceAll("\\[\\d+]", "[*]");
    }

    @Override
    public int compareTo(Failure other) {
        int places = (where + ' ' + path).compareTo(other.where + ' ' + other.path);
        return places != 0 ? places : reason.compareTo(other.reason);
    }

    /** {@code answer 200 at $.status: required, but missing}. */
    @Override
    public String toString() {
        return where + (path.equals("$") ? "" : " at " + path) + ": " + reason;
    }
}
