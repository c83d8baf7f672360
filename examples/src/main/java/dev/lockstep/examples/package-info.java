/** Short programs to run and to copy from. */
@NullMarked
package dev.lockstep.examples;

import org.jspecify.annotations.NullMarked;
