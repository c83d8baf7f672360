package dev.lockstep.generator.gate;

import dev.lockstep.client.ApiCall;
import dev.lockstep.generator.model.ApiModel;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Lets Retrofit's own parser read every method of a client. */
public final class RetrofitCheck {
    private RetrofitCheck() {}

    /** Throws what Retrofit finds wrong. */
    public static void validate(CompiledClient client) throws ClassNotFoundException {
        Retrofit retrofit = new Retrofit.Builder()
                .baseUrl("https://localhost/api/")
                .validateEagerly(true)
                .addCallAdapterFactory(new AnyCall())
                .addConverterFactory(new AnyBody())
                .build();
        for (ApiModel api : client.model().apis()) {
            retrofit.create(client.type(api.serviceName()));
        }
    }

    private static final class AnyCall extends CallAdapter.Factory {
        @Override
        public CallAdapter<?, ?> get(Type type, Annotation[] annotations, Retrofit retrofit) {
            if (getRawType(type) != ApiCall.class) {
                throw new AssertionError("not an ApiCall: " + type);
            }
            Type value = getParameterUpperBound(0, (ParameterizedType) type);
            return new CallAdapter<Object, Object>() {
                @Override
                public Type responseType() {
                    return value == Void.class ? Void.class : Object.class;
                }

                @Override
                public Object adapt(Call<Object> call) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    private static final class AnyBody extends Converter.Factory {
        @Override
        public Converter<ResponseBody, ?> responseBodyConverter(
                Type type, Annotation[] annotations, Retrofit retrofit) {
            return body -> body;
        }

        @Override
        public Converter<?, RequestBody> requestBodyConverter(
                Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
            return value -> {
                throw new UnsupportedOperationException();
            };
        }
    }
}
