/** Are the tests worth their name: each safety flag and each row of the retry table, turned over one at a time. */
@NullMarked
package dev.lockstep.client.mutation;

import org.jspecify.annotations.NullMarked;
