/** Taking in a vendor that nobody has seen, and letting go of one: folder, module, BOM entry, and what a person should confirm. */
@NullMarked
package dev.lockstep.tracker.add;

import org.jspecify.annotations.NullMarked;
