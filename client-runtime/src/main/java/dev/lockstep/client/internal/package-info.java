/** How {@code dev.lockstep.client} does it. Not an API: anything in here may change in any release. */
@NullMarked
package dev.lockstep.client.internal;

import org.jspecify.annotations.NullMarked;
