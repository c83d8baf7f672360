package dev.lockstep.benchmarks.generation;

import dev.lockstep.benchmarks.process.Measured;

/**
 * One client made by one generator.
 *
 * @param generates whether the generator ended well
 * @param compiles whether the client compiled
 * @param operations as the generator counts them; 0 where it does not
 * @param schemas likewise
 * @param files Java files
 * @param lines of these
 * @param readMillis 0 where the generator does not tell it apart
 * @param generateMillis the rest of the process that generates
 * @param compileMillis javac, or the part of the process that compiles
 * @param whole from the first process' start to the last one's end
 */
record Result(
        boolean generates,
        boolean compiles,
        int operations,
        int schemas,
        int files,
        long lines,
        long readMillis,
        long generateMillis,
        long compileMillis,
        Measured whole) {}
