package dev.lockstep.benchmarks.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;

/**
 * The library that Java has for this, as a process of its own: {@code OLD NEW}, or {@code --pairs FILE.tsv} as ours takes
 * it. Says whether clients break and nothing else: what its renderers take is not counted.
 */
public final class Peer {
    private Peer() {}

    /** Compares, and prints a line a pair. */
    public static void main(String[] args) throws IOException {
        if (args.length == 2 && args[0].equals("--pairs")) {
            for (String line : Files.readAllLines(Path.of(args[1]))) {
                List<String> cells = List.of(line.split("\t", -1));
                System.out.println(cells.get(0) + "\t" + verdict(cells.get(1), cells.get(2)));
            }
        } else {
            System.out.println(verdict(args[0], args[1]));
        }
    }

    private static String verdict(String before, String after) {
        try {
            return OpenApiCompare.fromLocations(before, after).isIncompatible() ? "breaking" : "compatible";
        } catch (RuntimeException e) {
            return "failed: " + e;
        }
    }
}
