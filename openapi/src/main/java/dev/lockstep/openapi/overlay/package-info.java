/** OpenAPI Overlay 1.0: what a vendor says only in prose, laid over its spec. */
@NullMarked
package dev.lockstep.openapi.overlay;

import org.jspecify.annotations.NullMarked;
