package dev.lockstep.benchmarks.orders;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same page as classes of public fields, as one would write them for Moshi's or Jackson's reflection. */
public final class PlainPage {
    public @Nullable List<PlainOrder> orders;
    public @Nullable String next;

    /** An order. */
    public static final class PlainOrder {
        public @Nullable String id;
        public @Nullable Long number;
        public @Nullable PlainStatus status;
        public @Nullable PlainCustomer customer;
        public @Nullable List<PlainLine> lines;
        public @Nullable OffsetDateTime placed_at;
        public @Nullable String note;
        public @Nullable Map<String, String> labels;
        public @Nullable Boolean gift;
    }

    /** Closed, unlike ours. */
    public enum PlainStatus {
        open,
        paid,
        shipped,
        returned
    }

    /** A customer. */
    public static final class PlainCustomer {
        public @Nullable String id;
        public @Nullable String name;
        public @Nullable String email;
        public @Nullable PlainAddress address;
    }

    /** An address. */
    public static final class PlainAddress {
        public @Nullable String street;
        public @Nullable String city;
        public @Nullable String postcode;
        public @Nullable String country;
    }

    /** A line of an order. */
    public static final class PlainLine {
        public @Nullable String sku;
        public @Nullable String title;
        public @Nullable Integer quantity;
        public @Nullable Double price;
    }
}
