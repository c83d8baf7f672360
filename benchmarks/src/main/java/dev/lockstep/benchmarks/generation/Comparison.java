package dev.lockstep.benchmarks.generation;

/** Both generators on one document, one right after the other. */
record Comparison(Result ours, Result stock) {
    double wallRatio() {
        return (double) ours.whole().wallMillis() / stock.whole().wallMillis();
    }

    double cpuRatio() {
        return (double) ours.whole().cpuMillis() / stock.whole().cpuMillis();
    }
}
