/**
 * What the rules say, tried out: the locked client decodes answers made from the new document, and what it sends is held
 * against that document.
 */
@NullMarked
package dev.lockstep.tracker.evidence;

import org.jspecify.annotations.NullMarked;
