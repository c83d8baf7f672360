/** Generated clients, compiled and loaded beside the runtime of this process, and called by the names of their model. */
@NullMarked
package dev.lockstep.tracker.loaded;

import org.jspecify.annotations.NullMarked;
