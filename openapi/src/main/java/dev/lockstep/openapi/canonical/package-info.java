/** One way to write a spec: fixed key order, minimal quoting, the same bytes for the same content. */
@NullMarked
package dev.lockstep.openapi.canonical;

import org.jspecify.annotations.NullMarked;
