/** Reading documents. */
@org.jspecify.annotations.NullMarked
package dev.lockstep.benchmarks.reading;
