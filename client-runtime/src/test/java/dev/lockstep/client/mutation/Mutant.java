package dev.lockstep.client.mutation;

/**
 * One change of a source file of the runtime.
 *
 * @param file simple name in {@code dev.lockstep.client.internal}, without {@code .java}
 * @param from a text that the file holds exactly once
 * @param to what stands in its place
 * @param guard simple name of the test class that is there for it, and runs first
 */
record Mutant(String file, String from, String to, String guard) {
    /**
     * The changed source.
     *
     * @throws IllegalStateException if the file no longer holds the text, or holds it twice
     */
    String applyTo(String source) {
        int at = source.indexOf(from);
        if (at < 0 || source.indexOf(from, at + 1) >= 0) {
            throw new IllegalStateException(file + ".java holds '" + from + "' " + (at < 0 ? "no longer" : "twice"));
        }
        return source.substring(0, at) + to + source.substring(at + from.length());
    }

    @Override
    public String toString() {
        return file + ": " + from.strip() + " -> " + (to.isBlank() ? "nothing" : to.strip());
    }
}
