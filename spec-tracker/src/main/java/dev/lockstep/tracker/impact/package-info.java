/** Which lines of compiled code use generated clients, and which of them a vendor's change touches. */
@NullMarked
package dev.lockstep.tracker.impact;

import org.jspecify.annotations.NullMarked;
