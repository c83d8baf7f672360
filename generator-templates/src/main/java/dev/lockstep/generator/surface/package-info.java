/** What a client offers to its users: from its model, and read back from its class files. */
@NullMarked
package dev.lockstep.generator.surface;

import org.jspecify.annotations.NullMarked;
