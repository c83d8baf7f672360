package dev.lockstep.client.internal;

import dev.lockstep.client.CallOptions;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A call that was asked for, and is not begun before somebody makes, limits or cancels it. */
final class PreparedCall {
    private final Engine engine;
    private final OperationPlan plan;
    private final Request request;
    private final CallOptions options;
    private final AtomicReference<@Nullable RetryingCall> begun = new AtomicReference<>();

    PreparedCall(Engine engine, OperationPlan plan, Request request, CallOptions options) {
        this.engine = engine;
        this.plan = plan;
        this.request = request;
        this.options = options;
    }

    OperationSpec spec() {
        return plan.spec();
    }

    Request request() {
        return request;
    }

    /** The one call that this is; the same each time. */
    RetryingCall call() {
        RetryingCall call = begun.get();
        if (call != null) {
            return call;
        }
        RetryingCall fresh = new RetryingCall(engine, plan, request, options);
        RetryingCall other = begun.compareAndExchange(null, fresh);
        return other != null ? other : fresh;
    }

    /** Another call of the same request, under these options first. */
    PreparedCall with(CallOptions narrower) {
        return new PreparedCall(engine, plan, request, narrower.over(options));
    }

    /** Another call of the same request. */
    PreparedCall again() {
        return new PreparedCall(engine, plan, request, options);
    }
}
