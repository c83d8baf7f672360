/** The fault matrix: what each fault leads to at each operation, one row a fault. */
@NullMarked
package dev.lockstep.it.faults;

import org.jspecify.annotations.NullMarked;
