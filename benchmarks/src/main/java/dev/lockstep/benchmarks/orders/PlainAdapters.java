package dev.lockstep.benchmarks.orders;

import com.squareup.moshi.FromJson;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.ToJson;
import java.time.OffsetDateTime;

/** Moshi by reflection, with what it lacks for {@link PlainPage}. */
final class PlainAdapters {
    private PlainAdapters() {}

    static Moshi moshi() {
        return new Moshi.Builder().add(new DateTimes()).build();
    }

    /** Moshi finds these by their annotations. */
    static final class DateTimes {
        @FromJson
        OffsetDateTime read(String text) {
            return OffsetDateTime.parse(text);
        }

        @ToJson
        String write(OffsetDateTime value) {
            return value.toString();
        }
    }
}
