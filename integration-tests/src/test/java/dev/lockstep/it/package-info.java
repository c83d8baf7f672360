/** What holds across modules: every operation and status against a real server, who may import whom, README's samples. */
@NullMarked
package dev.lockstep.it;

import org.jspecify.annotations.NullMarked;
