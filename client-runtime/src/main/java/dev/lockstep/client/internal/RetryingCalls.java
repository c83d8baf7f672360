package dev.lockstep.client.internal;

import dev.lockstep.client.CallOptions;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** The {@code Call.Factory} of a client's Retrofit. A request that is not of a generated service is refused. */
final class RetryingCalls implements Call.Factory {
    private final Engine engine;
    private final Map<Method, OperationPlan> plans = new ConcurrentHashMap<>();
    private final Map<Method, RequestPath> paths = new ConcurrentHashMap<>();
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
        OperationPlan plan =
                plans.computeIfAbsent(invocation(request).method(), method -> engine.plan(OperationSpec.of(method)));
        return new OkHttpRetryingCall(engine, Objects.requireNonNull(failures), prepare(plan, request));
    }

    /**
     * The call of a request that Retrofit made, its path written anew.
     *
     * @throws IllegalArgumentException if it goes to another host than the client's, or its method has a value that nobody
     *     would encode
     */
    PreparedCall prepare(OperationPlan plan, Request request) {
        if (!StampInterceptor.sameOrigin(request.url(), engine.baseUrl())) {
            throw new IllegalArgumentException(
                    plan.spec().name() + " goes to " + request.url().host() + ", not to the client's host "
                            + engine.baseUrl().host());
        }
        Invocation invocation = invocation(request);
        HttpUrl url = paths.computeIfAbsent(invocation.method(), RequestPath::of)
                .writtenInto(request.url(), engine.baseUrl(), invocation.arguments());
        Request sent = url.equals(request.url())
                ? request
                : request.newBuilder().url(url).build();
        return new PreparedCall(engine, plan, sent, CallOptions.none());
    }

    private static Invocation invocation(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        if (invocation == null) {
            throw new IllegalStateException("a request of no service method: its credentials are unknown");
        }
        return invocation;
    }

    Engine engine() {
        return engine;
    }
}
