package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.observe.Slf4jListener;
import java.lang.reflect.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;

/**
 * Each border to code of the application, whatever that code throws: listeners change nothing, suppliers refuse the call without
 * a word of theirs, everything else fails its call with what was thrown. No call is left without an end, no connection in use.
 */
@Timeout(60)
class ForeignCodeTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private final AtomicInteger asked = new AtomicInteger();

    /** Counts, and throws. */
    private void fault(Thrown thrown) {
        asked.incrementAndGet();
        thrown.now();
    }

    private @Nullable String noKey(Thrown thrown) {
        fault(thrown);
        return null;
    }

    private static <B> Stream<Arguments> table(B[] borders) {
        return Stream.of(borders)
                .flatMap(border -> Stream.of(Thrown.values())
                        .flatMap(thrown -> Stream.of(Mode.values()).map(mode -> Arguments.of(border, thrown, mode))));
    }

    private static MockResponse.Builder drifted() {
        return Vendor.json(200, "{\"id\":\"c1\",\"extra\":1}");
    }

    /** Who only listens. */
    enum Listening {
        CALL_STARTED {
            @Override
            void into(FixtureClient.Builder client, Runnable fault) {
                client.callListener(new CallListener() {
                    @Override
                    public CallListener callStarted(CallInfo call) {
                        fault.run();
                        return this;
                    }
                });
            }
        },
        CALL_STARTED_WITHOUT_A_LISTENER {
            @Override
            @SuppressWarnings("NullAway") // null is what an application in another language may give
            void into(FixtureClient.Builder client, Runnable fault) {
                client.callListener(new CallListener() {
                    @Override
                    public CallListener callStarted(CallInfo call) {
                        return null;
                    }

                    @Override
                    public void callEnded(
                            CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {
                        throw new AssertionError("null hears of the rest, not this listener");
                    }
                });
            }
        },
        ATTEMPT_ENDED {
            @Override
            void into(FixtureClient.Builder client, Runnable fault) {
                client.callListener(new CallListener() {
                    @Override
                    public void attemptEnded(CallInfo call, Attempt attempt) {
                        fault.run();
                    }
                });
            }
        },
        DRIFTED {
            @Override
            void into(FixtureClient.Builder client, Runnable fault) {
                client.callListener(new CallListener() {
                    @Override
                    public void drifted(CallInfo call, DriftEvent event) {
                        fault.run();
                    }
                });
            }
        },
        CALL_ENDED {
            @Override
            void into(FixtureClient.Builder client, Runnable fault) {
                client.callListener(new CallListener() {
                    @Override
                    public void callEnded(
                            CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {
                        fault.run();
                    }
                });
            }
        },
        DRIFT_LISTENER {
            @Override
            void into(FixtureClient.Builder client, Runnable fault) {
                client.driftListener(event -> fault.run());
            }
        },
        DRIFT_LINES {
            @Override
            void into(FixtureClient.Builder client, Runnable fault) {
                client.driftListener(DriftListener.logging((Consumer<String>) line -> fault.run()));
            }
        },
        LOG {
            @Override
            void into(FixtureClient.Builder client, Runnable fault) {
                Logger broken = (Logger) Proxy.newProxyInstance(
                        Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                            fault.run();
                            return null;
                        });
                client.callListener(new Slf4jListener(broken));
            }
        },
        EVENTS {
            @Override
            void into(FixtureClient.Builder client, Runnable fault) {
                client.httpClient(new OkHttpClient.Builder()
                        .eventListener(new BrokenEvents(fault))
                        .build());
            }
        },
        EVENT_FACTORY {
            @Override
            void into(FixtureClient.Builder client, Runnable fault) {
                client.httpClient(new OkHttpClient.Builder()
                        .eventListenerFactory(call -> {
                            fault.run();
                            return EventListener.NONE;
                        })
                        .build());
            }
        };

        abstract void into(FixtureClient.Builder client, Runnable fault);
    }

    static Stream<Arguments> listeners() {
        return table(Listening.values());
    }

    /** A failure, a wait and a success, all of them listened to. */
    @ParameterizedTest
    @MethodSource("listeners")
    void aListenerChangesNothing(Listening border, Thrown thrown, Mode mode) {
        FixtureClient.Builder builder = vendor.builder();
        border.into(builder, () -> fault(thrown));
        vendor.enqueue(Vendor.status(500), drifted(), Vendor.status(404));
        FixtureClient client = vendor.build(builder);
        ApiResponse<Conversation> response =
                vendor.run(mode, client.service().stop()).success();
        assertEquals("c1", response.body().id());
        assertEquals(2, response.attempts().size());
        vendor.assertWaits(100);
        vendor.run(mode, client.service().stop()).failed(ApiNotFoundException.class);
        vendor.assertRequests(3);
        assertTrue(asked.get() > 0 || border == Listening.CALL_STARTED_WITHOUT_A_LISTENER, "it was called");
    }

    @ParameterizedTest
    @EnumSource
    void aListenerChangesNoCancellation(Mode mode) {
        FixtureClient.Builder builder = vendor.builder();
        Listening.EVENTS.into(builder, () -> fault(Thrown.ERROR));
        ApiCall<Conversation> call = vendor.build(builder).service().get();
        vendor.timing.duringWait(call::cancel);
        vendor.enqueue(Vendor.status(429));
        vendor.run(mode, call).failed(ApiCanceledException.class);
        vendor.assertRequests(1);
    }

    /** Who gives a credential. */
    enum Supplying {
        SUPPLIER,
        SECOND_SUPPLIER,
        CONFIGURATION,
        /** An interceptor around it wraps the exception, another proceeds again. */
        SUPPLIER_BEHIND_INTERCEPTORS
    }

    static Stream<Arguments> suppliers() {
        return table(Supplying.values());
    }

    @ParameterizedTest
    @MethodSource("suppliers")
    void aSupplierRefusesTheCallWithoutAWord(Supplying border, Thrown thrown, Mode mode) {
        FixtureClient client = vendor.build(
                switch (border) {
                    case SUPPLIER -> vendor.bare().key("apiKey", () -> noKey(thrown));
                    case SECOND_SUPPLIER -> vendor.bare().key("apiKey", "key").key("query", () -> noKey(thrown));
                    case CONFIGURATION ->
                        vendor.bare().config(Config.from(name -> name.equals("acme.api-key") ? noKey(thrown) : null));
                    case SUPPLIER_BEHIND_INTERCEPTORS ->
                        vendor.bare().key("apiKey", () -> noKey(thrown)).httpClient(rewrapping());
                });
        Outcome<Conversation> outcome = vendor.run(
                mode,
                border == Supplying.SECOND_SUPPLIER
                        ? client.service().both(null)
                        : client.service().get());
        ApiCredentialException failure = outcome.failed(ApiCredentialException.class);
        assertEquals(
                switch (border) {
                    case SUPPLIER, SUPPLIER_BEHIND_INTERCEPTORS ->
                        "acme getConversation: the supplier of the credential apiKey threw "
                                + thrown.type().getName() + ". Nothing was sent.";
                    case SECOND_SUPPLIER ->
                        "acme both: the supplier of the credential query threw "
                                + thrown.type().getName() + ". Nothing was sent.";
                    case CONFIGURATION ->
                        "the credential apiKey (acme.api-key) cannot be read: "
                                + thrown.type().getSimpleName() + " from configuration";
                },
                failure.getMessage());
        assertNull(failure.getCause());
        assertEquals(0, failure.getSuppressed().length);
        assertEquals(1, asked.get(), "times asked");
        assertEquals(1, failure.attempts().size());
        assertEquals("CredentialRefusal", failure.attempts().get(0).failure());
        Vendor.assertNoCanary(failure.attempts());
        vendor.assertRequests(0);
        vendor.assertWaits();
    }

    private static OkHttpClient rewrapping() {
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    try {
                        return chain.proceed(chain.request());
                    } catch (java.io.IOException e) {
                        throw new java.io.IOException("wrapped", e);
                    }
                })
                .addInterceptor(chain -> {
                    try {
                        return chain.proceed(chain.request());
                    } catch (java.io.IOException e) {
                        return chain.proceed(chain.request());
                    }
                })
                .build();
    }

    /** Who takes part in a call. */
    enum Working {
        INTERCEPTOR_BEFORE(0, "waiting for a connection") {
            @Override
            void into(OkHttpClient.Builder users, Runnable fault) {
                users.addInterceptor(chain -> {
                    fault.run();
                    return chain.proceed(chain.request());
                });
            }
        },
        INTERCEPTOR_AFTER(1, "reading the answer's body") {
            @Override
            void into(OkHttpClient.Builder users, Runnable fault) {
                users.addInterceptor(chain -> {
                    chain.proceed(chain.request());
                    fault.run();
                    throw new AssertionError();
                });
            }
        },
        NETWORK_INTERCEPTOR_BEFORE(0, "sending the request") {
            @Override
            void into(OkHttpClient.Builder users, Runnable fault) {
                users.addNetworkInterceptor(chain -> {
                    fault.run();
                    return chain.proceed(chain.request());
                });
            }
        },
        NETWORK_INTERCEPTOR_AFTER(1, "reading the answer's body") {
            @Override
            void into(OkHttpClient.Builder users, Runnable fault) {
                users.addNetworkInterceptor(chain -> {
                    chain.proceed(chain.request());
                    fault.run();
                    throw new AssertionError();
                });
            }
        },
        BODY(1, "reading the answer's body") {
            @Override
            void into(OkHttpClient.Builder users, Runnable fault) {
                users.addInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    return response.newBuilder()
                            .body(broken(response.body(), fault))
                            .build();
                });
            }
        },
        DNS(0, "looking the host up") {
            @Override
            void into(OkHttpClient.Builder users, Runnable fault) {
                users.dns(host -> {
                    fault.run();
                    return List.of();
                });
            }
        },
        PROXIES(0, "looking the host up") {
            @Override
            void into(OkHttpClient.Builder users, Runnable fault) {
                users.proxySelector(new ProxySelector() {
                    @Override
                    public List<java.net.Proxy> select(URI uri) {
                        fault.run();
                        return List.of();
                    }

                    @Override
                    public void connectFailed(URI uri, SocketAddress address, java.io.IOException failure) {}
                });
            }
        };

        final int requests;
        final String phase;

        Working(int requests, String phase) {
            this.requests = requests;
            this.phase = phase;
        }

        abstract void into(OkHttpClient.Builder users, Runnable fault);

        private static ResponseBody broken(ResponseBody body, Runnable fault) {
            return ResponseBody.create(
                    Okio.buffer(new ForwardingSource(body.source()) {
                        @Override
                        public long read(Buffer sink, long byteCount) {
                            fault.run();
                            return -1;
                        }
                    }),
                    body.contentType(),
                    body.contentLength());
        }
    }

    /** After an IOException of a proxy selector, which may not throw one, OkHttp asks it again until the attempt's time is over. */
    static Stream<Arguments> workers() {
        return table(Working.values())
                .filter(row -> row.get()[0] != Working.PROXIES || row.get()[1] != Thrown.SNEAKY_IO);
    }

    @ParameterizedTest
    @MethodSource("workers")
    void whatTakesPartFailsItsCallWithWhatItThrew(Working border, Thrown thrown, Mode mode) {
        OkHttpClient.Builder users = new OkHttpClient.Builder();
        border.into(users, () -> fault(thrown));
        FixtureClient client = vendor.build(vendor.bare().key("apiKey", "key").httpClient(users.build()));
        vendor.enqueue(Vendor.conversation(), Vendor.conversation(), Vendor.conversation());
        ApiConnectionException failure = mode.run(client.service().get()).failed(ApiConnectionException.class);
        boolean repeated = thrown.repeatable() && border.requests == 0;
        assertEquals(repeated ? 3 : 1, asked.get(), "times called");
        assertEquals(
                "acme getConversation: no answer, " + thrown.type().getSimpleName() + " while " + border.phase
                        + (thrown.repeatable() ? "" : "; the application's own code threw it")
                        + (repeated ? " after 3 attempts" : "")
                        + (border.requests == 0 ? "" : "; the vendor may have carried the operation out"),
                failure.getMessage());
        assertEquals(
                thrown.type(),
                failure.getCause() == null ? null : failure.getCause().getClass());
        assertEquals(border.requests == 1, failure.ambiguous());
        assertEquals(thrown.type().getSimpleName(), failure.attempts().get(0).failure());
        vendor.assertRequests(border.requests);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aRequestBodyFailsItsCall(Thrown thrown, Mode mode) {
        FixtureClient client = vendor.client();
        vendor.enqueue(Vendor.conversation(), Vendor.conversation(), Vendor.conversation());
        RequestBody body = new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return null;
            }

            @Override
            public void writeTo(BufferedSink sink) {
                fault(thrown);
            }
        };
        mode.run(client.service().upload(body)).failed(ApiConnectionException.class);
        assertEquals(thrown.repeatable() ? 3 : 1, asked.get(), "times written");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aRequestBodyThatCannotSayWhetherItIsOneShotIsSentOnce(Thrown thrown, Mode mode) {
        FixtureClient client = vendor.client();
        vendor.enqueue(Vendor.status(500), Vendor.conversation());
        RequestBody body = new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return null;
            }

            @Override
            public boolean isOneShot() {
                if (asked.get() == 0) {
                    fault(thrown);
                }
                return false;
            }

            @Override
            public void writeTo(BufferedSink sink) throws java.io.IOException {
                sink.writeUtf8("hello");
            }
        };
        ApiServerException failure =
                vendor.run(mode, client.service().upload(body)).failed(ApiServerException.class);
        assertEquals(
                "acme upload: 500 (its request body can be sent only once); the vendor may have carried the operation out",
                failure.getMessage());
    }

    static Stream<Arguments> faults() {
        return Stream.of(Thrown.values())
                .flatMap(thrown -> Stream.of(Mode.values()).map(mode -> Arguments.of(thrown, mode)));
    }

    /** How an executor fails its tasks. */
    enum Executing {
        REFUSES,
        REFUSES_AFTER_THE_FIRST,
        RUNS_AND_THROWS
    }

    /** An executor that throws in one of these ways. */
    private final class BrokenExecutor extends AbstractExecutorService {
        private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        private final Executing way;
        private final Thrown thrown;
        private final AtomicInteger tasks = new AtomicInteger();

        BrokenExecutor(Executing way, Thrown thrown) {
            this.way = way;
            this.thrown = thrown;
        }

        @Override
        public void execute(Runnable task) {
            int number = tasks.incrementAndGet();
            switch (way) {
                case REFUSES -> fault(thrown);
                case REFUSES_AFTER_THE_FIRST -> {
                    if (number > 1) {
                        fault(thrown);
                    }
                    threads.execute(task);
                }
                case RUNS_AND_THROWS -> {
                    task.run();
                    fault(thrown);
                }
            }
        }

        @Override
        public void shutdown() {
            threads.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return threads.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }

    static Stream<Arguments> executors() {
        return Stream.of(Executing.values())
                .flatMap(way -> Stream.of(Thrown.values()).map(thrown -> Arguments.of(way, thrown)));
    }

    @ParameterizedTest
    @MethodSource("executors")
    void anExecutorLeavesNoFutureOpen(Executing way, Thrown thrown) throws Exception {
        Dispatcher dispatcher = new Dispatcher(new BrokenExecutor(way, thrown));
        FixtureClient client = FixtureClient.builder()
                .baseUrl(vendor.url())
                .settings(ClientSettings.builder().timing(vendor.timing).build())
                .key("token", "key")
                .httpClient(new OkHttpClient.Builder().dispatcher(dispatcher).build())
                .build();
        vendor.enqueue(Vendor.status(500), Vendor.conversation());
        Outcome<Conversation> outcome = Mode.ASYNC.run(client.service().stop());
        if (way == Executing.RUNS_AND_THROWS) {
            assertEquals("c1", outcome.success().body().id());
            vendor.assertRequests(2);
        } else {
            ApiConnectionException failure = outcome.failed(ApiConnectionException.class);
            int attempts = way == Executing.REFUSES ? 1 : 2;
            assertEquals(
                    "acme stopConversation: no answer, " + thrown.type().getSimpleName()
                            + " while waiting for a connection; the application's own code threw it"
                            + (attempts == 1 ? "" : " after 2 attempts; the vendor may have carried the operation out"),
                    failure.getMessage());
            assertEquals(attempts, failure.attempts().size());
            vendor.assertRequests(attempts - 1);
        }
    }

    /** As with the JDK's CallerRunsPolicy. */
    @ParameterizedTest
    @EnumSource
    void anExecutorMayRunItsTasksAtOnce(Thrown thrown) {
        List<Runnable> order = new ArrayList<>();
        ExecutorService direct =
                new java.util.concurrent.ThreadPoolExecutor(
                        1, 1, 1, TimeUnit.SECONDS, new java.util.concurrent.SynchronousQueue<>(), (task, pool) -> {
                            order.add(task);
                            task.run();
                        }) {
                    @Override
                    public void execute(Runnable task) {
                        getRejectedExecutionHandler().rejectedExecution(task, this);
                    }
                };
        FixtureClient client = vendor.build(vendor.builder()
                .callListener(new CallListener() {
                    @Override
                    public void attemptEnded(CallInfo call, Attempt attempt) {
                        fault(thrown);
                    }
                })
                .httpClient(new OkHttpClient.Builder()
                        .dispatcher(new Dispatcher(direct))
                        .build()));
        vendor.enqueue(Vendor.status(500), Vendor.conversation());
        vendor.run(Mode.ASYNC, client.service().stop()).success();
        assertTrue(order.size() >= 2);
    }

    @ParameterizedTest
    @EnumSource
    void anIdleCallbackTakesNoAnswerAway(Thrown thrown) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setIdleCallback(() -> fault(thrown));
        FixtureClient client = vendor.build(vendor.builder()
                .httpClient(new OkHttpClient.Builder().dispatcher(dispatcher).build()));
        vendor.enqueue(Vendor.conversation());
        vendor.run(Mode.SYNC, client.service().get()).success();
        assertEquals(1, asked.get());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aScheduleThatThrowsEndsTheCall(Thrown thrown, Mode mode) {
        Timing broken = new Timing() {
            @Override
            public java.time.Instant now() {
                return vendor.timing.now();
            }

            @Override
            public long nanoTime() {
                return vendor.timing.nanoTime();
            }

            @Override
            public double random() {
                return 0.5;
            }

            @Override
            public Cancellation schedule(Duration delay, Runnable task) {
                fault(thrown);
                return () -> {};
            }
        };
        FixtureClient client = vendor.build(vendor.builder()
                .settings(ClientSettings.builder().timing(broken).build()));
        vendor.enqueue(Vendor.status(429));
        ApiConnectionException failure = mode.run(client.service().get()).failed(ApiConnectionException.class);
        assertEquals(
                "acme getConversation: no answer, " + thrown.type().getSimpleName()
                        + " while waiting for a connection; the application's own code threw it",
                failure.getMessage());
        assertEquals(1, failure.attempts().size());
        Vendor.assertNoCanary(failure.getMessage());
    }

    /** Retrofit's own calls: a callback that throws has had its answer. */
    @ParameterizedTest
    @EnumSource
    void aCallbackThatThrowsHarmsNobody(Thrown thrown) throws Exception {
        FixtureClient client = vendor.client();
        PlainCallTest.Plain service = client.client().service(PlainCallTest.Plain.class);
        for (int status : new int[] {200, 0}) {
            vendor.enqueue(
                    status == 0
                            ? new MockResponse.Builder().onResponseStart(new mockwebserver3.SocketEffect.CloseSocket())
                            : Vendor.status(status).body("hello"));
            CompletableFuture<String> called = new CompletableFuture<>();
            service.get().enqueue(new retrofit2.Callback<>() {
                @Override
                public void onResponse(retrofit2.Call<ResponseBody> call, retrofit2.Response<ResponseBody> response) {
                    called.complete("answer");
                    fault(thrown);
                }

                @Override
                public void onFailure(retrofit2.Call<ResponseBody> call, Throwable failure) {
                    called.complete("failure");
                    fault(thrown);
                }
            });
            if (status == 0) {
                vendor.enqueue(Vendor.status(404), Vendor.status(404));
            }
            called.get(10, TimeUnit.SECONDS);
        }
    }
}
