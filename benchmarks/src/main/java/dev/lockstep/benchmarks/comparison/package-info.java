/** Whole processes side by side: {@code ./lockstep diff}, and openapi-diff-core. */
@org.jspecify.annotations.NullMarked
package dev.lockstep.benchmarks.comparison;
