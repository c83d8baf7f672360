package dev.lockstep.benchmarks.orders;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Objects;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Ways to make the same call. Each has connections of its own. */
enum Peer {
    /** OkHttp alone; the body is read and not looked at. */
    OKHTTP {
        @Override
        Exchange to(String url) {
            OkHttpClient http = client();
            HttpUrl orders = orders(url);
            return () -> {
                try (Response response =
                        http.newCall(new Request.Builder().url(orders).build()).execute()) {
                    return response.body().byteString();
                }
            };
        }
    },
    /** OkHttp alone, and the generated adapter on the body. */
    OKHTTP_DECODED {
        @Override
        Exchange to(String url) {
            OkHttpClient http = client();
            HttpUrl orders = orders(url);
            return () -> {
                try (Response response =
                        http.newCall(new Request.Builder().url(orders).build()).execute()) {
                    Buffer body = new Buffer().write(response.body().byteString());
                    return Objects.requireNonNull(OrderPage.ADAPTER.fromJson(JsonReader.of(body)));
                }
            };
        }
    },
    /** Retrofit with Moshi's converter. */
    RETROFIT_MOSHI {
        @Override
        Exchange to(String url) {
            CallBenchmark.PlainService service = new Retrofit.Builder()
                    .baseUrl(url)
                    .client(client())
                    .addConverterFactory(MoshiConverterFactory.create(PlainAdapters.moshi()))
                    .build()
                    .create(CallBenchmark.PlainService.class);
            return () -> Objects.requireNonNull(
                    service.listOrders("paid", 20).execute().body());
        }
    },
    /** The generated client, as its builder makes it. */
    GENERATED {
        @Override
        Exchange to(String url) {
            OrdersApi orders = OrdersClient.builder().baseUrl(url).build().orders();
            ListOrdersOptions options =
                    ListOrdersOptions.builder().status(Status.PAID).limit(20).build();
            return () -> orders.listOrders(options).execute();
        }
    };

    /** One call, made by the thread that asks. */
    @FunctionalInterface
    interface Exchange {
        Object make() throws IOException;
    }

    /** Prepares calls of the server at an address. */
    abstract Exchange to(String url);

    private static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(16, 30, java.util.concurrent.TimeUnit.SECONDS))
                .build();
    }

    private static HttpUrl orders(String url) {
        return HttpUrl.get(url + "orders?status=paid&limit=20");
    }
}
