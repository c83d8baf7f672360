/** Compares two OpenAPI documents: what changed, whether it breaks on the wire, and whether it breaks in Java. */
@NullMarked
package dev.lockstep.tracker.compare;

import org.jspecify.annotations.NullMarked;
