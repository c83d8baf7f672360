package dev.lockstep.benchmarks.generation;

import java.io.IOException;
import java.nio.file.Path;

/** Makes and compiles a client in processes of its own. */
interface Generator {
    /** As the table names it. */
    String name();

    /**
     * Makes a client.
     *
     * @param spec the document
     * @param out an empty folder
     */
    Result run(Path spec, Path out) throws IOException, InterruptedException;
}
