package dev.lockstep.client;

import java.util.List;
import okhttp3.HttpUrl;

/** One vendor's client: its services, behind shared retry and credentials. Safe for any number of threads. */
public interface ApiClient {
    /** Lower-case name of the vendor. */
    String vendor();

    /** Where calls go. */
    HttpUrl baseUrl();

    /**
     * The implementation of a Retrofit interface of the client; the same one each time. Package-private interfaces work.
     *
     * @throws IllegalArgumentException if a method is not a well-formed, annotated Retrofit method
     */
    <S> S service(Class<S> retrofitInterface);

    /** What is in force for each operation, in the order of the services' operation keys. */
    List<OperationPolicy> operations();

    /** Open connections of the pool, which is shared where the {@code OkHttpClient} that was given shares it. */
    int connectionCount();

    /** Open connections of the pool that carry no call. */
    int idleConnectionCount();
}
