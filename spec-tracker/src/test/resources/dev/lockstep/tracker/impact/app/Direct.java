package app;

import static app.Probe.seen;

import dev.lockstep.vendor.shop.*;

class Direct {
    static void health(ShopClient shop) throws Exception {
        seen(shop.health().ping().execute().ok());
    }

    static void name(ShopClient shop) throws Exception {
        Order order = shop.orders().getOrder("o1").execute();
        seen(order.customer().name());
    }

    static void phone(ShopClient shop) throws Exception {
        Order order = shop.orders().getOrder("o1").execute();
        seen(order.customer().phone());
    }

    static void items(ShopClient shop) throws Exception {
        Order order = shop.orders().getOrder("o1").execute();
        seen(order.items().get(0).sku());
        seen(order.items().get(0).quantity() + 1);
        seen(order.note());
        seen(order.id());
    }

    static void total(ShopClient shop) throws Exception {
        java.math.BigDecimal total = shop.orders().createOrder(NewOrder.builder().sku("s").build()).execute().total();
        seen(total);
    }

    static void cancel(ShopClient shop) throws Exception {
        shop.orders().cancelOrder("o1").execute();
    }

    static void response(ShopClient shop) throws Exception {
        seen(shop.orders().listOrders().executeForResponse().status());
    }

    static void page(ShopClient shop) throws Exception {
        OrderPage page = shop.orders().listOrders().execute();
        seen(page.next());
        seen(page.orders().size());
    }

    static void chain(ShopClient shop) throws Exception {
        seen(shop.orders()
                .createOrder(NewOrder.builder()
                        .sku("s1")
                        .quantity(2L)
                        .note("a longer note")
                        .channel(Channel.PHONE)
                        .build())
                .execute()
                .id());
    }

    static void refund(ShopClient shop) throws Exception {
        NewRefund refund = NewRefund.builder().amount(java.math.BigDecimal.TEN).reason("broken").build();
        Refund done = shop.refunds().refundOrder("o1", refund).execute();
        seen(done.amount());
        seen(done.reason());
    }
}
