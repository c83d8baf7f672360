/** Commands run as processes and measured from outside. */
@org.jspecify.annotations.NullMarked
package dev.lockstep.benchmarks.process;
