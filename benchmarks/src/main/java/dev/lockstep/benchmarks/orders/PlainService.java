package dev.lockstep.benchmarks.orders;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Query;

/** The orders as one writes them by hand for Retrofit. */
interface PlainService {
    @GET("orders")
    Call<PlainPage> listOrders(@Nullable @Query("status") String status, @Nullable @Query("limit") Integer limit);
}
