package dev.lockstep.benchmarks.process;

/**
 * What a process took.
 *
 * @param exitCode as the process ended
 * @param wallMillis from its start to its end
 * @param cpuMillis of all its threads, as last seen: at most one look too few
 * @param peakKib the most memory that was resident, as last seen; 0 where the system does not tell
 * @param output what it printed on standard output
 */
public record Measured(int exitCode, long wallMillis, long cpuMillis, long peakKib, String output) {
    /** Whether the process ended as it should. */
    public boolean ok() {
        return exitCode == 0;
    }

    /** This and then another: times add up, memory does not. */
    public Measured then(Measured next) {
        return new Measured(
                next.exitCode,
                wallMillis + next.wallMillis,
                cpuMillis + next.cpuMillis,
                Math.max(peakKib, next.peakKib),
                output + next.output);
    }
}
