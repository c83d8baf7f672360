/** Several documents of one vendor become one spec: merged, cut to the wanted operations, with one server. */
@NullMarked
package dev.lockstep.tracker.merge;

import org.jspecify.annotations.NullMarked;
