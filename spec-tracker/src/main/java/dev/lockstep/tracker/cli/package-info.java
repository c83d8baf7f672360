/** The command line. */
@NullMarked
package dev.lockstep.tracker.cli;

import org.jspecify.annotations.NullMarked;
