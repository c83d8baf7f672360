package app;

import dev.lockstep.vendor.shop.*;

abstract class Base<T> {
    abstract T read(Order order) throws Exception;

    T fetch(ShopClient shop, String id) throws Exception {
        return read(shop.orders().getOrder(id).execute());
    }
}
