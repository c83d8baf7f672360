/** Whole processes side by side: {@code ./lockstep generate --compile}, and the stock generator and javac. */
@org.jspecify.annotations.NullMarked
package dev.lockstep.benchmarks.generation;
