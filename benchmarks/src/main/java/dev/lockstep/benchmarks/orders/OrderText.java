package dev.lockstep.benchmarks.orders;

import java.nio.charset.StandardCharsets;

/** Pages of orders as a vendor would send them. */
public enum OrderText {
    /** No order. */
    EMPTY("26 bytes", 0),
    /** 20 orders of 3 lines. */
    PAGE("13 kB", 20);

    private final String size;
    private final String json;

    OrderText(String size, int orders) {
        this.size = size;
        this.json = page(orders);
    }

    /** About how long it is. */
    String size() {
        return size;
    }

    String json() {
        return json;
    }

    /** The whole answer: head and body. */
    byte[] answer() {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nServer: loopback\r\n\r\n";
        return (head + json).getBytes(StandardCharsets.UTF_8);
    }

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
