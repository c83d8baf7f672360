/**
 * Fakes of vendors for tests. {@link dev.lockstep.testing.FakeVendor} is where to start; what it answers comes from the
 * vendor's locked spec, which the client's jar carries.
 */
@NullMarked
package dev.lockstep.testing;

import org.jspecify.annotations.NullMarked;
