package dev.lockstep.tracker.cli;

/** For people or for machines. */
enum OutputFormat {
    text,
    json
}
