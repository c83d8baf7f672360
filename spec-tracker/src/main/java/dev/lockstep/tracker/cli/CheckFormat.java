package dev.lockstep.tracker.cli;

/** How a check prints its verdict. */
enum CheckFormat {
    text,
    /** One line, for a chat channel. */
    line,
    json
}
