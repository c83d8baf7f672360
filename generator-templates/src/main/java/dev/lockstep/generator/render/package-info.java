/** From the client model to source files: templates, the two writers of foreign text, and the check of what came out. */
@NullMarked
package dev.lockstep.generator.render;

import org.jspecify.annotations.NullMarked;
