/** What is kept on disk: whole vendors, written at once or not at all. */
@NullMarked
package dev.lockstep.tracker.store;

import org.jspecify.annotations.NullMarked;
