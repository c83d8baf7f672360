package dev.lockstep.client.internal;

import dev.lockstep.client.CallInfo;
import dev.lockstep.client.CallOptions;

/**
 * What is in force for the calls of one operation; worked out once a method. Immutable.
 *
 * @param options the operation's options above the client's credentials
 * @param info what listeners are told of a call
 */
record OperationPlan(OperationSpec spec, CallPolicy policy, CallOptions options, CallInfo info) {}
