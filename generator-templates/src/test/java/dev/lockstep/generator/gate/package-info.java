/** What holds for every document: gates over own fixtures always, over a folder of real documents where one is given. */
@NullMarked
package dev.lockstep.generator.gate;

import org.jspecify.annotations.NullMarked;
