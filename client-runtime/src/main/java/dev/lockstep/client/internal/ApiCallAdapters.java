package dev.lockstep.client.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.lockstep.client.ApiCall;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Gives {@code ApiCall<T>} to service methods. Annotations and adapters are looked up once a method. */
final class ApiCallAdapters extends CallAdapter.Factory {
    private final RetryingCalls calls;
    private final Failures failures;
    private final Moshi moshi;

    ApiCallAdapters(RetryingCalls calls, Failures failures, Moshi moshi) {
        this.calls = calls;
        this.failures = failures;
        this.moshi = moshi;
    }

    @Override
    public @Nullable CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
        if (getRawType(returnType) != ApiCall.class) {
            return null;
        }
        if (!(returnType instanceof ParameterizedType parameterized)) {
            throw new IllegalArgumentException("ApiCall needs a type argument: ApiCall<Conversation>, ApiCall<Void>");
        }
        OperationSpec spec = OperationSpec.of(annotations, returnType, "the method");
        Type body = getParameterUpperBound(0, parameterized);
        Type decoded = spec.bodyKind() == BodyKind.EVENTS && body instanceof ParameterizedType events
                ? getParameterUpperBound(0, events)
                : body;
        boolean json = spec.bodyKind() != BodyKind.NONE && spec.bodyKind() != BodyKind.BINARY;
        JsonAdapter<?> adapter = json ? moshi.adapter(decoded) : null;
        Decoder decoder = new Decoder(calls.engine(), failures, spec, decoded, adapter);
        // Retrofit converts no body of ours; it wants Void for HEAD, and for others a type that it knows.
        Type responseType = spec.bodyKind() == BodyKind.NONE ? Void.class : ResponseBody.class;
        return new Adapter(calls.engine().plan(spec), decoder, responseType);
    }

    private final class Adapter implements CallAdapter<Object, ApiCall<?>> {
        private final OperationPlan plan;
        private final Decoder decoder;
        private final Type responseType;

        Adapter(OperationPlan plan, Decoder decoder, Type responseType) {
            this.plan = plan;
            this.decoder = decoder;
            this.responseType = responseType;
        }

        @Override
        public Type responseType() {
            return responseType;
        }

        @Override
        public ApiCall<?> adapt(Call<Object> call) {
            return new DefaultApiCall<>(decoder, calls.prepare(plan, call.request()));
        }
    }
}
