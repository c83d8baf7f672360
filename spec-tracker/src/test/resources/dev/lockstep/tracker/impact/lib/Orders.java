package lib;

import dev.lockstep.vendor.shop.ShopClient;
import java.io.IOException;

public final class Orders implements Backend {
    public static Ticket cancel(String id) {
        return Ticket.of("cancelOrder", id);
    }

    public static Ticket look(String id) {
        return Ticket.of("getOrder", id);
    }

    @Override
    public Object run(ShopClient shop, Ticket ticket) throws IOException {
        switch (ticket.operation) {
            case "cancelOrder":
                return shop.orders().cancelOrder(ticket.id).execute();
            default:
                return shop.orders().getOrder(ticket.id).execute().id();
        }
    }
}
