package dev.lockstep.client.internal;

import dev.lockstep.client.ApiClient;
import dev.lockstep.client.OperationPolicy;
import java.util.List;
import okhttp3.HttpUrl;
import retrofit2.Retrofit;

/** The client of one vendor over Retrofit. */
public final class RuntimeClient implements ApiClient {
    private final ClientInputs inputs;
    private final Retrofit retrofit;

    private RuntimeClient(ClientInputs inputs) {
        this.inputs = inputs;
        this.retrofit =
                new Retrofit.Builder().baseUrl(inputs.definition().baseUrl()).build();
    }

    /** Builds a client. */
    public static ApiClient create(ClientInputs inputs) {
        return new RuntimeClient(inputs);
    }

    @Override
    public String vendor() {
        return inputs.definition().vendor();
    }

    @Override
    public HttpUrl baseUrl() {
        return retrofit.baseUrl();
    }

    @Override
    public <S> S service(Class<S> retrofitInterface) {
        return retrofit.create(retrofitInterface);
    }

    @Override
    public List<OperationPolicy> operations() {
        return List.of();
    }

    @Override
    public int connectionCount() {
        return 0;
    }

    @Override
    public int idleConnectionCount() {
        return 0;
    }
}
