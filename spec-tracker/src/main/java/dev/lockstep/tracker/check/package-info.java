/** The main job: read, merge, compare with the lock, generate, compile, judge. */
@NullMarked
package dev.lockstep.tracker.check;

import org.jspecify.annotations.NullMarked;
