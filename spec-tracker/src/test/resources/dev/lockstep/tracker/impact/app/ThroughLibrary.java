package app;

import static app.Probe.seen;

import dev.lockstep.vendor.shop.*;
import lib.Desk;
import lib.Orders;
import java.util.List;
import lib.Ticket;

class ThroughLibrary {
    static void cancel(ShopClient shop) throws Exception {
        seen(new Desk(shop).end(Orders.cancel("o1")));
    }

    static void look(ShopClient shop) throws Exception {
        Ticket ticket = Orders.look("o1");
        seen(new Desk(shop).end(ticket));
    }

    static void either(ShopClient shop) throws Exception {
        Desk desk = new Desk(shop);
        for (Ticket ticket : List.of(Orders.cancel("o2"), Orders.look("o1"))) {
            seen(desk.end(ticket));
        }
    }

    static void pings(ShopClient shop) throws Exception {
        seen(new Desk(shop).alive());
    }
}
