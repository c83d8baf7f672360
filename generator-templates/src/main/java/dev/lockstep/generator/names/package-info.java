/** How foreign names become Java names that never collide and never change. */
@NullMarked
package dev.lockstep.generator.names;

import org.jspecify.annotations.NullMarked;
