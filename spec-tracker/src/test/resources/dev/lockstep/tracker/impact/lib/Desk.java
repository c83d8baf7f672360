package lib;

import dev.lockstep.vendor.shop.ShopClient;
import java.io.IOException;
import java.util.List;

public final class Desk {
    private final ShopClient shop;
    private final List<Backend> backends = List.of(new Orders());

    public Desk(ShopClient shop) {
        this.shop = shop;
    }

    public Object end(Ticket ticket) throws IOException {
        return backends.get(0).run(shop, ticket);
    }

    public boolean alive() throws IOException {
        return shop.health().ping().execute().ok();
    }
}
