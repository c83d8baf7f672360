package app;

import static app.Probe.seen;

import dev.lockstep.vendor.shop.*;

class Sub extends Base<Customer> {
    @Override
    Customer read(Order order) {
        return order.customer();
    }

    static void inherited(ShopClient shop) throws Exception {
        seen(new Sub().fetch(shop, "o1").name());
    }

    static void anonymous(ShopClient shop) throws Exception {
        Base<String> notes = new Base<>() {
            @Override
            String read(Order order) {
                seen(order.note());
                return "read";
            }
        };
        seen(notes.fetch(shop, "o1"));
    }
}
