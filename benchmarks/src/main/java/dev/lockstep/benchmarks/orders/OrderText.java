package dev.lockstep.benchmarks.orders;

/** A page of orders as a vendor would send it. */
final class OrderText {
    /** 20 orders of 3 lines: about 13 kB. */
    static final String PAGE = page(20);

    /** No order: 26 bytes. */
    static final String EMPTY = page(0);

    private OrderText() {}

    private static String page(int orders) {
        StringBuilder text = new StringBuilder("{\"orders\":[");
        for (int i = 0; i < orders; i++) {
            text.append(i == 0 ? "" : ",").append(order(i));
        }
        return text.append("],\"next\":null}").toString();
    }

    private static String order(int i) {
        return """
                {"id":"ord_%1$d","number":%1$d,"status":"%2$s",
                "customer":{"id":"cus_%1$d","name":"Ada L.","email":"ada%1$d@example.com",
                "address":{"street":"12 High Street","city":"Leeds","postcode":"LS1 %1$d","country":"GB"}},
                "lines":[{"sku":"A-%1$d","title":"Tea","quantity":2,"price":3.5},
                {"sku":"B-%1$d","title":"Cups, blue","quantity":1,"price":12.25},
                {"sku":"C-%1$d","quantity":10,"price":0.99}],
                "placed_at":"2026-03-04T05:06:07Z","note":null,"labels":{"shelf":"3","route":"north"},"gift":false}""".formatted(i, i % 2 == 0 ? "paid" : "shipped");
    }
}
