package lib;

import dev.lockstep.vendor.shop.ShopClient;
import java.io.IOException;

interface Backend {
    Object run(ShopClient shop, Ticket ticket) throws IOException;
}
