package dev.lockstep.client.internal;

import dev.lockstep.client.CallOptions;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** The {@code Call.Factory} of a client's Retrofit. A request that is not of a generated service is refused. */
final class RetryingCalls implements Call.Factory {
    private final Engine engine;
    private final Map<Method, OperationSpec> specs = new ConcurrentHashMap<>();
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
        OperationSpec spec = specs.computeIfAbsent(invocation.method(), OperationSpec::of);
        return new OkHttpRetryingCall(
                this, java.util.Objects.requireNonNull(failures), create(spec, request, CallOptions.none()));
    }

    RetryingCall create(OperationSpec spec, Request request, CallOptions options) {
        if (!StampInterceptor.sameOrigin(request.url(), engine.baseUrl())) {
            throw new IllegalArgumentException(
                    spec.name() + " goes to " + request.url().host() + ", not to the client's host "
                            + engine.baseUrl().host());
        }
        return new RetryingCall(engine, spec, request, options);
    }

    Engine engine() {
        return engine;
    }
}
