/** What a team says about a vendor: its folder, its sources and what its client is called. */
@NullMarked
package dev.lockstep.tracker.workspace;

import org.jspecify.annotations.NullMarked;
