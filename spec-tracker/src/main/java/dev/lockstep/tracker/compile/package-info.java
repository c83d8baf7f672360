/** javac in this process, for generated clients; knows no vendor. */
@NullMarked
package dev.lockstep.tracker.compile;

import org.jspecify.annotations.NullMarked;
