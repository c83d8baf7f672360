/** JSON that documents describe, for whoever answers or asks in a vendor's place. Reads schemas on its own, not through the model. */
@NullMarked
package dev.lockstep.generator.sample;

import org.jspecify.annotations.NullMarked;
