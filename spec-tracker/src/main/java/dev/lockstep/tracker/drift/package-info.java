/** What calls in production showed of a vendor, read back from logs as a proposal for its overlay. */
@NullMarked
package dev.lockstep.tracker.drift;

import org.jspecify.annotations.NullMarked;
