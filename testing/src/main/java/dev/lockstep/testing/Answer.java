package dev.lockstep.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/**
 * What a fake vendor answers, or does instead of answering. Immutable; each method gives another answer.
 *
 * <pre>{@code
 * Answer.status(404);                                 // with the documented body
 * Answer.of(200, "{\"status\":\"ended\"}");             // with this body
 * Answer.tooManyRequests(Duration.ofSeconds(2));
 * Answer.status(200).truncated();
 * Answer.disconnect();
 * }</pre>
 */
public final class Answer {
    private enum Fault {
        NONE,
        DISCONNECT,
        STALL,
        STALL_IN_BODY,
        TRUNCATE
    }

    private static final String CUT_SHORT = "{\"cut\": \"in the middle of a text that goes on for a while\"}";

    private final int status;
    private final @Nullable String body;
    private final Map<String, String> headers;
    private final Fault fault;
    private final Duration delay;
    private final long bytesPerPeriod;
    private final Duration period;

    private Answer(
            int status,
            @Nullable String body,
            Map<String, String> headers,
            Fault fault,
            Duration delay,
            long bytesPerPeriod,
            Duration period) {
        this.status = status;
        this.body = body;
        this.headers = headers;
        this.fault = fault;
        this.delay = delay;
        this.bytesPerPeriod = bytesPerPeriod;
        this.period = period;
    }

    private static Answer of(int status, @Nullable String body, Fault fault) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a final HTTP status is 200 to 599, not " + status);
        }
        return new Answer(status, body, Map.of(), fault, Duration.ZERO, 0, Duration.ZERO);
    }

    /**
     * A status with the body that the vendor documents for it, from its example or made from its schema; without a body where
     * none is documented.
     *
     * @param status 200 to 599
     */
    public static Answer status(int status) {
        return of(status, null, Fault.NONE);
    }

    /**
     * A status with this body, as {@code application/json} unless {@link #header} says otherwise.
     *
     * @param status 200 to 599
     */
    public static Answer of(int status, String body) {
        return of(status, Objects.requireNonNull(body, "body"), Fault.NONE);
    }

    /** A page of HTML, as a proxy in front of the vendor sends. */
    public static Answer html(int status) {
        String page = "<!DOCTYPE html><html><head><title>" + status + "</title></head><body><h1>" + status
                + "</h1><hr>nginx</body></html>";
        return of(status, page, Fault.NONE).header("Content-Type", "text/html");
    }

    /** A 429 that asks to wait. Give the client a {@link FakeTiming}, so that the test does not. */
    public static Answer tooManyRequests(Duration retryAfter) {
        return status(429).header("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    /** A request that is read whole and a connection that is closed without a byte in return. */
    public static Answer disconnect() {
        return of(200, null, Fault.DISCONNECT);
    }

    /** A request that is read whole, and then nothing: the client waits until its attempt's time is over. */
    public static Answer stall() {
        return of(200, null, Fault.STALL);
    }

    /** A status line and headers, half of the body, and then nothing. */
    public Answer stalledInBody() {
        return new Answer(status, body, headers, Fault.STALL_IN_BODY, delay, bytesPerPeriod, period);
    }

    /** The connection is closed in the middle of the body. */
    public Answer truncated() {
        return new Answer(status, body, headers, Fault.TRUNCATE, delay, bytesPerPeriod, period);
    }

    /** The answer begins only after this time, which really passes. */
    public Answer after(Duration time) {
        return new Answer(status, body, headers, fault, time, bytesPerPeriod, period);
    }

    /** The body comes in pieces of so many bytes, one each period, which really passes. */
    public Answer dripping(long bytes, Duration each) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1, not " + bytes);
        }
        return new Answer(status, body, headers, fault, delay, bytes, each);
    }

    /** A response header, instead of an earlier one of this name. */
    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new Answer(status, body, more, fault, delay, bytesPerPeriod, period);
    }

    /** The status; 200 where nothing is answered. */
    public int status() {
        return status;
    }

    MockResponse response(VendorFixture.@Nullable Documented documented) {
        MockResponse.Builder response = new MockResponse.Builder().code(status);
        String text = body;
        String type = "application/json";
        if (text == null && documented != null) {
            text = documented.body();
            type = documented.type();
        }
        boolean cut = fault == Fault.TRUNCATE || fault == Fault.STALL_IN_BODY;
        if (cut && (text == null || text.length() < 2)) {
            text = CUT_SHORT;
        }
        if (text != null && !text.isEmpty()) {
            response.body(text).setHeader("Content-Type", type);
        }
        headers.forEach(response::setHeader);
        if (!delay.isZero()) {
            response.headersDelay(delay.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (bytesPerPeriod > 0) {
            response.throttleBody(bytesPerPeriod, period.toNanos(), TimeUnit.NANOSECONDS);
        }
        switch (fault) {
            case DISCONNECT -> response.onResponseStart(new SocketEffect.CloseSocket());
            case STALL -> response.onResponseStart(SocketEffect.Stall.INSTANCE);
            case STALL_IN_BODY -> response.onResponseBody(SocketEffect.Stall.INSTANCE);
            case TRUNCATE -> response.onResponseBody(new SocketEffect.CloseSocket());
            case NONE -> {}
        }
        return response.build();
    }

    /** What is answered, without the body. */
    @Override
    public String toString() {
        return fault == Fault.NONE ? Integer.toString(status) : status + " " + fault;
    }
}
