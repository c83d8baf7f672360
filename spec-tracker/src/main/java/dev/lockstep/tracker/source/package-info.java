/** What vendors publish, from the network, a folder or the last lock: bytes in, with where they were read. */
@NullMarked
package dev.lockstep.tracker.source;

import org.jspecify.annotations.NullMarked;
