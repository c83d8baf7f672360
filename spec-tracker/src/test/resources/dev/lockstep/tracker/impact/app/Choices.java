package app;

import static app.Probe.seen;

import dev.lockstep.vendor.shop.*;

class Choices {
    static final State WANTED = State.PAID;

    static void constant(ShopClient shop) throws Exception {
        seen(shop.orders().listOrders(ListOrdersOptions.builder().state(State.SHIPPED).build()).execute().orders().size());
    }

    static void limit(ShopClient shop) throws Exception {
        seen(shop.orders().listOrders(ListOrdersOptions.builder().limit(50L).build()).execute().orders().size());
    }

    static void wanted(ShopClient shop) throws Exception {
        seen(shop.orders().listOrders(ListOrdersOptions.builder().state(WANTED).build()).execute().orders().size());
    }

    static void text(ShopClient shop) throws Exception {
        State state = shop.orders().getOrder("o1").execute().state();
        switch (state.value()) {
            case State.Values.OPEN:
                seen("open");
                break;
            case State.Values.SHIPPED:
                seen("shipped");
                break;
            default:
                seen("other");
        }
    }

    static void known(ShopClient shop) throws Exception {
        seen(shop.orders().getOrder("o1").execute().state().isKnown());
    }

    static void equal(ShopClient shop) throws Exception {
        seen(State.OPEN.equals(shop.orders().getOrder("o1").execute().state()));
    }

    static void variants(ShopClient shop) throws Exception {
        Payment payment = shop.orders().getOrder("o1").execute().payment();
        if (payment instanceof Payment.OfCash) {
            seen(((Payment.OfCash) payment).value().drawer());
        } else if (payment instanceof Payment.OfCard) {
            seen(((Payment.OfCard) payment).value().last4());
        } else {
            seen("something else");
        }
    }

    static void channel(ShopClient shop) throws Exception {
        seen(shop.orders().createOrder(NewOrder.builder().sku("s").channel(Channel.of(Channel.Values.PHONE)).build()).execute().id());
    }
}
