/** Published pages in, OpenAPI documents out, or the reason why not. */
@NullMarked
package dev.lockstep.tracker.page;

import org.jspecify.annotations.NullMarked;
