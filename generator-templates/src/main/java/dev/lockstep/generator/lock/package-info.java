/** The lock of a vendor: what its client was generated from, by hash, and the Java names that were once decided. */
@NullMarked
package dev.lockstep.generator.lock;

import org.jspecify.annotations.NullMarked;
