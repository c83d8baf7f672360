package app;

import static app.Probe.seen;

import dev.lockstep.client.ApiNotFoundException;
import dev.lockstep.vendor.shop.*;

class Errors {
    static void typed(ShopClient shop) throws Exception {
        try {
            shop.orders().getOrder("missing").execute();
        } catch (ApiNotFoundException e) {
            Problem problem = e.errorBody(Problem.class);
            seen(problem.code());
            seen(problem.detail());
        }
    }
}
