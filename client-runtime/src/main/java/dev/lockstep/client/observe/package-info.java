/**
 * What happens in calls, for the libraries with which applications watch themselves. Each listener needs its library on the
 * class path; without it, the others and everything else work.
 */
@NullMarked
package dev.lockstep.client.observe;

import org.jspecify.annotations.NullMarked;
