package dev.lockstep.benchmarks.orders;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Ways to make the same call. Each has connections of its own. */
public enum Peer {
    /** OkHttp alone; the body is read and not looked at. */
    OKHTTP {
        @Override
        Exchange over(OkHttpClient http, String url) {
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
        Exchange over(OkHttpClient http, String url) {
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
        Exchange over(OkHttpClient http, String url) {
            PlainService service = new Retrofit.Builder()
                    .baseUrl(url)
                    .client(http)
                    .addConverterFactory(MoshiConverterFactory.create(PlainAdapters.moshi()))
                    .build()
                    .create(PlainService.class);
            return () -> Objects.requireNonNull(
                    service.listOrders("paid", 20).execute().body());
        }
    },
    /** The generated client over the same OkHttp client. */
    GENERATED {
        @Override
        Exchange over(OkHttpClient http, String url) {
            OrdersApi orders =
                    OrdersClient.builder().baseUrl(url).httpClient(http).build().orders();
            ListOrdersOptions options =
                    ListOrdersOptions.builder().status(Status.PAID).limit(20).build();
            return () -> orders.listOrders(options).execute();
        }
    };

    /** One call, made by the thread that asks. */
    @FunctionalInterface
    public interface Exchange {
        Object make() throws IOException;
    }

    /** Prepares calls of the server at an address, through sockets of this kind. */
    Exchange to(String url, SocketFactory sockets) {
        OkHttpClient http = new OkHttpClient.Builder()
                .socketFactory(sockets)
                .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
                .build();
        return over(http, url);
    }

    abstract Exchange over(OkHttpClient http, String url);

    private static HttpUrl orders(String url) {
        return HttpUrl.get(url + "orders?status=paid&limit=20");
    }
}
