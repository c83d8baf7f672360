/** Reading OpenAPI documents: guards, typing, places, and the pass that takes out what a client must not trust. */
@NullMarked
package dev.lockstep.openapi;

import org.jspecify.annotations.NullMarked;
