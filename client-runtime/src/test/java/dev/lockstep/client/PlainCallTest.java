package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.http.GET;

/** A service may return Retrofit's own call: attempts and credentials are the same, statuses are not exceptions. */
class PlainCallTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    /** A service over Retrofit's call type. */
    interface Plain {
        @Operation(name = "plain", key = "GET /plain", retry = RetryClass.ALWAYS)
        @Secured(@Requirement("apiKey"))
        @GET("plain")
        Call<ResponseBody> get();

        @GET("open")
        Call<ResponseBody> unsecured();
    }

    private Plain service() {
        return vendor.client().client().service(Plain.class);
    }

    @Test
    void executeRepeats() throws Exception {
        vendor.enqueue(Vendor.status(500), Vendor.status(200).body("hello"));
        Call<ResponseBody> call = service().get();
        Response<ResponseBody> response = call.execute();
        assertEquals("hello", response.body() == null ? "" : response.body().string());
        assertEquals("key-" + Vendor.CANARY, vendor.request().getHeaders().get("x-api-key"));
        Vendor.assertNoCanary(response.raw() + " " + response.raw().request().headers() + call.request());
        assertTrue(call.isExecuted());
        assertFalse(call.isCanceled());
        vendor.assertWaits(100);
    }

    @Test
    void aStatusIsAResponse() throws Exception {
        vendor.enqueue(Vendor.status(404).body("gone"));
        Response<ResponseBody> response = service().get().execute();
        assertEquals(404, response.code());
        assertEquals(
                "gone", response.errorBody() == null ? "" : response.errorBody().string());
    }

    @Test
    void enqueueRepeats() throws Exception {
        vendor.enqueue(Vendor.status(500), Vendor.status(200).body("hello"));
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Call<ResponseBody> call = service().get();
        call.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<ResponseBody> answered, Response<ResponseBody> response) {
                status.complete(response.code());
            }

            @Override
            public void onFailure(Call<ResponseBody> failed, Throwable failure) {
                status.completeExceptionally(failure);
            }
        });
        assertEquals(200, status.get(10, TimeUnit.SECONDS));
        vendor.assertRequests(2);
    }

    @Test
    void cancelled() {
        Call<ResponseBody> call = service().get();
        call.cancel();
        assertThrows(ApiCanceledException.class, call::execute);
        assertTrue(call.isCanceled());
        vendor.assertRequests(0);
    }

    @Test
    void aMethodWithoutAnnotationsSendsNothing() {
        Call<ResponseBody> call = service().unsecured();
        assertThrows(IllegalArgumentException.class, () -> execute(call));
        vendor.assertRequests(0);
    }

    private static void execute(Call<ResponseBody> call) throws IOException {
        call.execute();
    }
}
