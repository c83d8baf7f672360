/** One call of one operation, by hand: the generated client, made and loaded for it, calls the vendor and judges the answer. */
@NullMarked
package dev.lockstep.tracker.trial;

import org.jspecify.annotations.NullMarked;
