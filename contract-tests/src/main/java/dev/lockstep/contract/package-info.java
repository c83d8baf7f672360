/** What every generated client owes its vendor's spec: each operation, each documented status, each credential. */
@NullMarked
package dev.lockstep.contract;

import org.jspecify.annotations.NullMarked;
