/** What a client consists of, before it is text: names, types, operations, security, statuses. */
@NullMarked
package dev.lockstep.generator.model;

import org.jspecify.annotations.NullMarked;
