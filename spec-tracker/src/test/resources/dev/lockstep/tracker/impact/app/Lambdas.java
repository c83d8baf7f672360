package app;

import static app.Probe.run;
import static app.Probe.seen;

import dev.lockstep.vendor.shop.*;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

class Lambdas {
    static final Function<Order, String> ID = Order::id;

    static void reference(ShopClient shop) throws Exception {
        OrderPage page = shop.orders().listOrders().execute();
        seen(page.orders().stream().map(Order::customer).map(Customer::name).collect(Collectors.toList()));
    }

    static void lambda(ShopClient shop) throws Exception {
        List<String> ids = List.of("o1", "o2");
        seen(ids.stream().map(id -> run(() -> shop.orders().getOrder(id).execute()).note()).collect(Collectors.toList()));
    }

    static void api(ShopClient shop) throws Exception {
        seen(Optional.of("o1").map(shop.orders()::getOrder).get().execute().customer().phone());
    }

    static void async(ShopClient shop) throws Exception {
        seen(shop.health().ping().enqueue().thenApply(answer -> answer.body().ok()).get());
    }

    static void setter(ShopClient shop) throws Exception {
        seen(shop.orders().createOrder(Optional.of("a longer note").map(NewOrder.builder().sku("s2")::note).get().build()).execute().state());
    }
}
