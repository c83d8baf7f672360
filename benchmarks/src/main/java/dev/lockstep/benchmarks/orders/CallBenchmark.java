package dev.lockstep.benchmarks.orders;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Query;

/**
 * A whole call without a network: an interceptor answers with a page of orders. The generated client beside Retrofit with
 * Moshi's converter, which neither retries nor authenticates nor caps a body.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CallBenchmark {
    private static final String BASE_URL = "https://orders.example.com/";

    private final OkHttpClient http = new OkHttpClient.Builder()
            .addInterceptor(answer(ByteString.encodeUtf8(OrderText.PAGE)))
            .build();
    private final OrdersClient generated =
            OrdersClient.builder().baseUrl(BASE_URL).httpClient(http).build();
    private final PlainService plain = new Retrofit.Builder()
            .baseUrl(BASE_URL)
            .client(http)
            .addConverterFactory(MoshiConverterFactory.create(PlainAdapters.moshi()))
            .build()
            .create(PlainService.class);

    @Benchmark
    public OrderPage callGenerated() throws IOException {
        return generated
                .orders()
                .listOrders(ListOrdersOptions.builder()
                        .status(Status.PAID)
                        .limit(20)
                        .build())
                .execute();
    }

    @Benchmark
    public PlainPage callRetrofitMoshi() throws IOException {
        return Objects.requireNonNull(plain.listOrders("paid", 20).execute().body());
    }

    @TearDown
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static Interceptor answer(ByteString body) {
        MediaType json = MediaType.get("application/json");
        return chain -> new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(body, json))
                .build();
    }

    /** As one writes it by hand. */
    interface PlainService {
        @GET("orders")
        Call<PlainPage> listOrders(@Nullable @Query("status") String status, @Nullable @Query("limit") Integer limit);
    }
}
