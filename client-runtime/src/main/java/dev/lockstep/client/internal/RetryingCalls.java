package dev.lockstep.client.internal;

import dev.lockstep.client.CallOptions;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** The {@code Call.Factory} of a client's Retrofit. A request that is not of a generated service is refused. */
final class RetryingCalls implements Call.Factory {
    private final Engine engine;
    private final Map<Method, OperationPlan> plans = new ConcurrentHashMap<>();
    private @Nullable Failures failures;

    RetryingCalls(Engine engine) {
        this.engine = engine;
    }

    void failures(Failures made) {
        this.failures = made;
    }

    /** The call of a request that Retrofit made; calls through {@code ApiCall} do not come this way. */
    @Override
    public Call newCall(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        if (invocation == null) {
            throw new IllegalStateException("a request of no service method: its credentials are unknown");
        }
        OperationPlan plan =
                plans.computeIfAbsent(invocation.method(), method -> engine.plan(OperationSpec.of(method)));
        return new OkHttpRetryingCall(engine, Objects.requireNonNull(failures), prepare(plan, request));
    }

    PreparedCall prepare(OperationPlan plan, Request request) {
        if (!StampInterceptor.sameOrigin(request.url(), engine.baseUrl())) {
            throw new IllegalArgumentException(
                    plan.spec().name() + " goes to " + request.url().host() + ", not to the client's host "
                            + engine.baseUrl().host());
        }
        return new PreparedCall(engine, plan, request, CallOptions.none());
    }

    Engine engine() {
        return engine;
    }
}
