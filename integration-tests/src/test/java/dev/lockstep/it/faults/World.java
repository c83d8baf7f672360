package dev.lockstep.it.faults;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.CallOptions;
import dev.lockstep.client.ClientSettings;
import dev.lockstep.client.Config;
import dev.lockstep.client.DriftEvent;
import dev.lockstep.testing.FakeTiming;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A vendor on this machine, and one call of a client of it. A fault changes either before the call is made. */
final class World implements AutoCloseable {
    private static final long LIMIT_SECONDS = 60;

    final FakeTiming timing = new FakeTiming();
    final MockWebServer server = new MockWebServer();
    final List<DriftEvent> drift = new CopyOnWriteArrayList<>();
    private final Cell cell;
    private final Script script;
    private final Map<String, String> configuration = new TreeMap<>();
    private OkHttpClient.@Nullable Builder http;
    private String address = "http://127.0.0.1";
    private Duration deadline = Duration.ofSeconds(30);
    private Duration attemptTimeout = Duration.ofSeconds(20);
    private String text = "Goodbye.";
    private boolean warm;
    private Action atStart = call -> {};
    private Action meanwhile = call -> {};
    private @Nullable Thread caller;
    private ApiClient client;
    private @Nullable MockWebServer another;
    private final List<Closeable> closing = new ArrayList<>();

    /** Something that is done to the call. */
    @FunctionalInterface
    interface Action {
        void on(ApiCall<?> call) throws Exception;
    }

    @SuppressWarnings("NullAway.Init") // run() makes the client
    World(Cell cell) {
        this.cell = cell;
        this.script = new Script(() -> ok().build());
        server.setDispatcher(script);
    }

    Subject subject() {
        return cell.subject();
    }

    Cell.Mode mode() {
        return cell.mode();
    }

    /** A 200 as documented. */
    MockResponse.Builder ok() {
        return json(200, cell.subject().success());
    }

    static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body);
    }

    /** What the vendor answers first; after that it answers well. */
    void answer(MockResponse.Builder response) {
        script.add(response.build());
    }

    /** Makes the vendor's connection a used one: a first call succeeds, and is not counted. */
    void warm(MockResponse.Builder response) {
        answer(response);
        warm = true;
    }

    /**
     * What the vendor answers first, to a request that it breaks off. The server looks at such an answer before it takes it: the
     * call waits for that before it is repeated.
     */
    void breakOff(MockResponse.Builder response) {
        answer(response);
        timing.duringWaits(() -> await(script::isOver));
    }

    /** The OkHttpClient that the user brings. */
    OkHttpClient.Builder http() {
        OkHttpClient.Builder found = http;
        if (found == null) {
            found = new OkHttpClient.Builder();
            http = found;
        }
        return found;
    }

    /** Scheme and host of the vendor's address. */
    void address(String schemeAndHost) {
        address = schemeAndHost;
    }

    void configure(String name, String value) {
        configuration.put(cell.subject().vendor() + "." + name, value);
    }

    void attemptTimeout(Duration time) {
        attemptTimeout = time;
    }

    void deadline(Duration time) {
        deadline = time;
    }

    /** What the request's body says, where there is one. */
    void text(String words) {
        text = words;
    }

    /** Done before the call is made. */
    void atStart(Action action) {
        atStart = action;
    }

    /** Done while another thread makes the call. */
    void meanwhile(Action action) {
        meanwhile = action;
    }

    /** Interrupts the thread that makes the call, or waits for its future. */
    void interrupt() {
        Thread thread = caller;
        if (thread == null) {
            throw new IllegalStateException("nobody makes a call");
        }
        thread.interrupt();
    }

    /** Waits until something is so, or a while has passed. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** A server that is not the vendor's. */
    MockWebServer another() throws IOException {
        MockWebServer found = another;
        if (found == null) {
            found = new MockWebServer();
            found.start();
            closing(found);
            another = found;
        }
        return found;
    }

    /** Closed with this world. */
    void closing(Closeable resource) {
        closing.add(resource);
    }

    /**
     * The whole requests of the call, each of them once. The vendor notes one a moment after it broke off its answer.
     *
     * @param expected to wait for, for a while
     */
    List<RecordedRequest> requests(int expected) throws InterruptedException {
        List<RecordedRequest> requests = new ArrayList<>();
        RecordedRequest next = server.takeRequest(expected > 0 ? 10 : 0, TimeUnit.SECONDS);
        while (next != null) {
            boolean handshake = next.getHeaders().size() == 0;
            if (!handshake && next.getFailure() == null) {
                requests.add(next);
            }
            next = server.takeRequest(requests.size() < expected ? 10 : 0, TimeUnit.SECONDS);
        }
        return requests;
    }

    ApiClient client() {
        return client;
    }

    /** Makes the call, on a thread of its own. */
    Outcome run() throws Exception {
        Subject.Bound bound = cell.subject().bind(settings(), text);
        client = bound.client();
        ApiCall<?> call = bound.call()
                .with(CallOptions.builder()
                        .retry(cell.retry())
                        .deadline(deadline)
                        .attemptTimeout(attemptTimeout)
                        .build());
        if (warm) {
            bound.call().clone().execute();
            requests(1);
        }
        atStart.on(call);
        CompletableFuture<Outcome> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(make(call)), "caller of " + cell);
        thread.setDaemon(true);
        caller = thread;
        thread.start();
        meanwhile.on(call);
        Outcome outcome = result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        thread.join();
        Leaks.assertNoCanary(call);
        return outcome;
    }

    private ClientSettings settings() throws IOException {
        if (!server.getStarted()) {
            server.start();
        }
        Subject subject = cell.subject();
        configuration.putIfAbsent(subject.vendor() + ".base-url", address + ":" + server.getPort());
        configuration.put(subject.credentialName(), Leaks.CANARY + "-" + subject.vendor());
        ClientSettings.Builder settings = ClientSettings.builder()
                .timing(timing)
                .config(Config.of(configuration))
                .driftListener(drift::add);
        OkHttpClient.Builder users = http;
        return users == null
                ? settings.build()
                : settings.httpClient(users.build()).build();
    }

    private Outcome make(ApiCall<?> call) {
        try {
            return new Outcome(cell.mode() == Cell.Mode.SYNC ? call.executeForResponse() : await(call.enqueue()), null);
        } catch (Throwable failure) {
            return new Outcome(null, failure);
        }
    }

    /** Waits for the future's result, whoever interrupts. */
    private static ApiResponse<?> await(CompletableFuture<? extends ApiResponse<?>> future) throws Throwable {
        while (true) {
            try {
                return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException goOn) {
                // The call has no thread that could be interrupted: this one only waits for it.
            } catch (ExecutionException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable resource : closing) {
            resource.close();
        }
        server.close();
    }
}
