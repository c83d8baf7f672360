/**
 * From a document to a client's source files: {@link dev.lockstep.generator.ClientGenerator} is the one entry.
 */
@NullMarked
package dev.lockstep.generator;

import org.jspecify.annotations.NullMarked;
