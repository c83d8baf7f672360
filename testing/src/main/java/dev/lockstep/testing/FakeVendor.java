package dev.lockstep.testing;

import dev.lockstep.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mockwebserver3.MockWebServer;

/**
 * A vendor on this machine, for tests: a server that knows the operations of the vendor's locked spec, and answers each with
 * its documented success until it is told otherwise.
 *
 * <pre>{@code
 * try (FakeVendor tavus = FakeVendor.of("tavus")) {
 *     Conversations conversations = Conversations.builder().config(tavus.config()).build();
 *     tavus.answer("POST /v2/conversations/{conversation_id}/end", 404);
 *
 *     assertThrows(ApiNotFoundException.class, () -> conversations.end(Tavus.conversation("c1")));
 *
 *     tavus.received("POST /v2/conversations/{conversation_id}/end").once().withPathParameter("conversation_id", "c1");
 * }
 * }</pre>
 *
 * <p>A request without the documented credential is answered 401. One of no documented operation, or without something that
 * is required, is answered 501 and remembered: {@link #assertNothingUnexpected()}.
 *
 * <p>Operations are named by method and path template, or by the client's method: {@code endConversation}. Safe for any
 * number of threads.
 */
public final class FakeVendor implements AutoCloseable {
    private final VendorFixture fixture;
    private final MockWebServer server = new MockWebServer();
    private final FakeDispatcher dispatcher;

    private FakeVendor(VendorFixture fixture) {
        this.fixture = fixture;
        this.dispatcher = new FakeDispatcher(fixture);
        server.setDispatcher(dispatcher);
    }

    /**
     * Starts a fake of a vendor on a free port of the loopback address.
     *
     * @param vendor its lower-case name; the client's jar is on the class path
     * @throws IllegalArgumentException if no jar on the class path knows the vendor
     * @throws UncheckedIOException if no port can be opened
     */
    public static FakeVendor of(String vendor) {
        Objects.requireNonNull(vendor, "vendor");
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        FakeVendor fake =
                new FakeVendor(VendorFixture.of(vendor, context != null ? context : FakeVendor.class.getClassLoader()));
        try {
            fake.server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port could be opened for a fake of " + vendor, e);
        }
        return fake;
    }

    /** The vendor's lower-case name. */
    public String vendor() {
        return fixture.vendor();
    }

    /** Where a client is to send its calls. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getPort() + fixture.path();
    }

    /** The credential that {@link #config()} gives: no secret, and another one for each vendor. */
    public String credential() {
        return fixture.vendor() + "-test-credential";
    }

    /**
     * Configuration of a client of this fake: its base URL and a {@linkplain #credential credential} for each security scheme.
     * For several vendors, {@code a.config().or(b.config())}.
     */
    public Config config() {
        Map<String, String> values = new TreeMap<>();
        values.put(fixture.vendor() + ".base-url", baseUrl());
        for (VendorFixture.Scheme scheme : fixture.schemes().values()) {
            String name = fixture.vendor() + "." + scheme.config();
            if (scheme.kind().equals("basic")) {
                values.put(name + ".username", "test");
                values.put(name + ".password", credential());
            } else {
                values.put(name, credential());
            }
        }
        return Config.of(values);
    }

    /** Method and path template of every documented operation, sorted. */
    public List<String> operations() {
        return fixture.operations().stream().map(operation -> operation.key).toList();
    }

    /**
     * Every status that the vendor documents for an operation, sorted; ranges and defaults are left out.
     *
     * @throws IllegalArgumentException for an unknown operation
     */
    public List<Integer> statuses(String operation) {
        return dispatcher.operation(operation).statuses();
    }

    /**
     * Answers every further request of an operation with this status, and with its documented body if it has one.
     *
     * @param status 200 to 599; an undocumented one is answered without a body
     * @throws IllegalArgumentException for an unknown operation
     */
    public FakeVendor answer(String operation, int status) {
        return answer(operation, Answer.status(status));
    }

    /**
     * Answers every further request of an operation so.
     *
     * @throws IllegalArgumentException for an unknown operation
     */
    public FakeVendor answer(String operation, Answer answer) {
        dispatcher.always(operation, Objects.requireNonNull(answer, "answer"));
        return this;
    }

    /**
     * Answers the next requests of an operation so, one each, before what {@link #answer(String, Answer)} says.
     *
     * @throws IllegalArgumentException for an unknown operation
     */
    public FakeVendor answerNext(String operation, Answer... answers) {
        dispatcher.next(operation, List.of(answers));
        return this;
    }

    /** The same for statuses with their documented bodies. */
    public FakeVendor answerNext(String operation, int... statuses) {
        List<Answer> answers = new ArrayList<>();
        for (int status : statuses) {
            answers.add(Answer.status(status));
        }
        dispatcher.next(operation, answers);
        return this;
    }

    /** Every request so far, unexpected ones included, in the order in which they came. */
    public List<ReceivedRequest> received() {
        return dispatcher.received();
    }

    /**
     * The requests of an operation so far.
     *
     * @throws IllegalArgumentException for an unknown operation
     */
    public Received received(String operation) {
        String key = dispatcher.operation(operation).key;
        List<ReceivedRequest> all = dispatcher.received();
        List<ReceivedRequest> own =
                all.stream().filter(request -> request.operation().equals(key)).toList();
        return new Received(key, own, all.isEmpty() ? "" : "; received: " + all);
    }

    /**
     * Checks that every request was of a documented operation, with everything that it requires.
     *
     * @throws AssertionError that says what was unexpected
     */
    public void assertNothingUnexpected() {
        List<String> unexpected = dispatcher.unexpected();
        if (!unexpected.isEmpty()) {
            throw new AssertionError(String.join("\n", unexpected));
        }
    }

    /** Forgets answers and requests, so that one fake serves several tests. */
    public void reset() {
        dispatcher.reset();
    }

    /** Stops the server. Connections are closed. */
    @Override
    public void close() {
        server.close();
    }

    /** {@code fake tavus at http://127.0.0.1:4711}. */
    @Override
    public String toString() {
        return "fake " + fixture.vendor() + " at " + baseUrl();
    }
}
