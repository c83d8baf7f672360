/** Java names that are moved on purpose; the old ones stay as deprecated bridges where Java allows. */
@NullMarked
package dev.lockstep.tracker.rename;

import org.jspecify.annotations.NullMarked;
