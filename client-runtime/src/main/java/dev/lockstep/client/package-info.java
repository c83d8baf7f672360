/**
 * What generated clients run on and what their users see: calls, typed failures, retry and credential configuration.
 * Nothing in here knows a vendor.
 */
@NullMarked
package dev.lockstep.client;

import org.jspecify.annotations.NullMarked;
