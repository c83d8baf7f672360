package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that are cancelled, interrupted, out of time, or made twice. */
@Timeout(30)
class LifecycleTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private <T> CompletableFuture<Outcome<T>> elsewhere(Mode mode, ApiCall<T> call) {
        CompletableFuture<Outcome<T>> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(vendor.run(mode, call)), "caller");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    @ParameterizedTest
    @EnumSource
    void cancelledBeforeItStarts(Mode mode) {
        ApiCall<Void> call = vendor.client().service().end("c1");
        call.cancel();
        assertTrue(call.isCanceled());
        ApiCanceledException failure = vendor.run(mode, call).failed(ApiCanceledException.class);
        assertEquals("acme endConversation: cancelled", failure.getMessage());
        assertEquals(0, failure.attempts().size());
        assertFalse(failure.ambiguous());
        vendor.assertRequests(0);
    }

    @ParameterizedTest
    @EnumSource
    void cancelledInBackOff(Mode mode) throws Exception {
        vendor.timing.hold();
        vendor.enqueue(Vendor.status(429));
        ApiCall<Void> call = vendor.client().service().end("c1");
        CompletableFuture<Outcome<Void>> outcome = elsewhere(mode, call);
        vendor.timing.awaitHeldWait();
        call.cancel();
        ApiCanceledException failure = outcome.get(5, TimeUnit.SECONDS).failed(ApiCanceledException.class);
        assertEquals(1, failure.attempts().size());
        assertFalse(failure.ambiguous());
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void cancelledWhileReading(Mode mode) throws Exception {
        vendor.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        ApiCall<Conversation> call = vendor.client().service().get();
        CompletableFuture<Outcome<Conversation>> outcome = elsewhere(mode, call);
        vendor.request();
        call.cancel();
        ApiCanceledException failure = outcome.get(5, TimeUnit.SECONDS).failed(ApiCanceledException.class);
        assertEquals(
                "acme getConversation: cancelled; the vendor may have carried the operation out", failure.getMessage());
        assertTrue(failure.ambiguous());
        assertEquals(Phase.RESPONSE_HEAD, failure.attempts().get(0).phase());
    }

    /** A proxy that takes the CONNECT and does not answer. */
    @ParameterizedTest
    @EnumSource
    void cancelledWhileAProxyIsAskedForATunnel(Mode mode) throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OkHttpClient http = new OkHttpClient.Builder()
                    .proxy(new Proxy(Proxy.Type.HTTP, proxy.getLocalSocketAddress()))
                    .build();
            ApiCall<Void> call = vendor.build(
                            vendor.builder().baseUrl("https://localhost:1/").httpClient(http))
                    .service()
                    .end("c1");
            CompletableFuture<Outcome<Void>> outcome = elsewhere(mode, call);
            try (Socket tunnel = proxy.accept()) {
                assertEquals('C', tunnel.getInputStream().read());
                call.cancel();
                ApiCanceledException failure = outcome.get(5, TimeUnit.SECONDS).failed(ApiCanceledException.class);
                assertEquals("acme endConversation: cancelled", failure.getMessage());
                assertEquals(Phase.CONNECT, failure.attempts().get(0).phase());
                assertFalse(failure.ambiguous());
            }
        }
    }

    /** At once, before OkHttp's thread has given the call up. */
    @Test
    void cancellingTheFutureCancelsTheCall() throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        CountDownLatch idle = new CountDownLatch(1);
        dispatcher.setIdleCallback(idle::countDown);
        FixtureClient client = vendor.build(vendor.builder()
                .httpClient(new OkHttpClient.Builder().dispatcher(dispatcher).build()));
        vendor.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        ApiCall<Conversation> call = client.service().get();
        CompletableFuture<ApiResponse<Conversation>> future = call.enqueue();
        vendor.request();
        assertTrue(future.cancel(true));
        assertTrue(call.isCanceled());
        assertTrue(idle.await(10, TimeUnit.SECONDS), "OkHttp never gave the call up");
    }

    @Test
    void interruptedInBackOff() throws Exception {
        vendor.timing.hold();
        vendor.enqueue(Vendor.status(429));
        ApiCall<Void> call = vendor.client().service().end("c1");
        boolean[] flag = new boolean[1];
        CompletableFuture<Outcome<Void>> outcome = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            Outcome<Void> result = vendor.run(Mode.SYNC, call);
            flag[0] = Thread.currentThread().isInterrupted();
            outcome.complete(result);
        });
        caller.start();
        vendor.timing.awaitHeldWait();
        caller.interrupt();
        ApiInterruptedException failure = outcome.get(5, TimeUnit.SECONDS).failed(ApiInterruptedException.class);
        assertEquals("acme endConversation: interrupted", failure.getMessage());
        assertEquals(1, failure.attempts().size());
        assertTrue(flag[0], "the interrupt flag is set again");
    }

    @Test
    void interruptedBeforeItStarts() {
        ApiCall<Void> call = vendor.client().service().end("c1");
        Thread.currentThread().interrupt();
        IOException failure = assertThrows(IOException.class, call::execute);
        assertTrue(Thread.interrupted());
        assertInstanceOf(java.io.InterruptedIOException.class, failure);
        vendor.assertRequests(0);
    }

    @ParameterizedTest
    @EnumSource
    void aBackOffBeyondTheDeadlineIsNotBegun(Mode mode) {
        vendor.timing.random(0.99);
        vendor.enqueue(Vendor.status(429));
        ApiTooManyRequestsException failure = vendor.run(
                        mode,
                        vendor.client()
                                .service()
                                .end("c1")
                                .with(CallOptions.builder()
                                        .deadline(Duration.ofMillis(900))
                                        .build()))
                .failed(ApiTooManyRequestsException.class);
        assertEquals(
                "acme endConversation: 429 (the deadline of 900 ms leaves no time to repeat it)", failure.getMessage());
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void aDeadlineThatPassesInBackOffEndsTheCall(Mode mode) {
        vendor.enqueue(Vendor.status(429));
        vendor.timing.duringWait(() -> vendor.timing.advance(Duration.ofSeconds(60)));
        ApiTooManyRequestsException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiTooManyRequestsException.class);
        assertEquals("acme endConversation: 429 (the deadline of 30 s was reached)", failure.getMessage());
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void anAttemptThatTakesTooLong(Mode mode) {
        vendor.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        ApiTimeoutException failure = vendor.run(
                        mode,
                        vendor.client()
                                .service()
                                .end("c1")
                                .with(CallOptions.builder()
                                        .attemptTimeout(Duration.ofMillis(200))
                                        .build()))
                .failed(ApiTimeoutException.class);
        assertTrue(failure.ambiguous());
        assertEquals(Phase.RESPONSE_HEAD, failure.attempts().get(0).phase());
        assertTrue(
                failure.getMessage()
                        .endsWith("while waiting for the answer; the vendor may have carried the operation out"),
                failure.getMessage());
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void aDripEndsWithTheAttempt(Mode mode) {
        vendor.enqueue(Vendor.conversation().throttleBody(1, 200, TimeUnit.MILLISECONDS));
        ApiTimeoutException failure = vendor.run(
                        mode,
                        vendor.client()
                                .service()
                                .get()
                                .with(CallOptions.builder()
                                        .attemptTimeout(Duration.ofMillis(500))
                                        .build()))
                .failed(ApiTimeoutException.class);
        assertTrue(failure.ambiguous());
        assertEquals(Phase.RESPONSE_BODY, failure.attempts().get(0).phase());
        assertEquals(200, failure.attempts().get(0).status());
    }

    @ParameterizedTest
    @EnumSource
    void theTimeoutOfACallIsItsDeadline(Mode mode) {
        ApiCall<Void> call = vendor.client().service().end("c1");
        assertEquals(TimeUnit.SECONDS.toNanos(30), call.timeout().timeoutNanos());
        call.timeout().timeout(150, TimeUnit.MILLISECONDS);
        vendor.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        vendor.run(mode, call).failed(ApiTimeoutException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aCallIsMadeOnce(Mode mode) {
        vendor.enqueue(Vendor.status(200), Vendor.status(200));
        ApiCall<Void> call = vendor.client().service().end("c1");
        vendor.run(mode, call).success();
        IllegalStateException failure = vendor.run(mode, call).failed(IllegalStateException.class);
        assertEquals("this call was made already; clone() gives a fresh one", failure.getMessage());
        vendor.run(mode, call.clone()).success();
        vendor.assertRequests(2);
    }

    @Test
    void anExecutorThatWasShutDownFailsTheCall() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.executorService().shutdown();
        FixtureClient client = vendor.build(vendor.builder()
                .httpClient(new OkHttpClient.Builder().dispatcher(dispatcher).build()));
        ApiConnectionException failure =
                vendor.run(Mode.ASYNC, client.service().stop()).failed(ApiConnectionException.class);
        assertEquals(
                "acme stopConversation: no answer, InterruptedIOException while waiting for a connection; the executor"
                        + " of the OkHttpClient was shut down",
                failure.getMessage());
        assertEquals(1, failure.attempts().size());
        assertFalse(failure.ambiguous());
    }

    /** However many wait: they take neither a thread nor a slot of the HTTP client. */
    @Test
    void aCallThatWaitsTakesNoSlot() throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(1);
        FixtureClient client = vendor.build(vendor.builder()
                .httpClient(new OkHttpClient.Builder().dispatcher(dispatcher).build()));
        vendor.timing.hold();
        vendor.enqueue(Vendor.status(408), Vendor.status(200));
        ApiCall<Void> waiting = client.service().end("c1");
        CompletableFuture<ApiResponse<Void>> waits = waiting.enqueue();
        vendor.timing.awaitHeldWait();
        vendor.run(Mode.ASYNC, client.service().end("c2")).success();
        assertFalse(waits.isDone());
        waiting.cancel();
        assertInstanceOf(
                ApiCanceledException.class,
                waits.handle((response, failure) -> failure).get(5, TimeUnit.SECONDS));
    }

    @Test
    void aCallInOkHttpsQueueEndsWithItsDeadline() throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(1);
        FixtureClient client = vendor.build(vendor.builder()
                .httpClient(new OkHttpClient.Builder().dispatcher(dispatcher).build()));
        vendor.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        ApiCall<Conversation> first = client.service().get();
        CompletableFuture<ApiResponse<Conversation>> blocking = first.enqueue();
        vendor.request();
        ApiTimeoutException failure = vendor.run(
                        Mode.ASYNC,
                        client.service()
                                .get()
                                .with(CallOptions.builder()
                                        .deadline(Duration.ofMillis(200))
                                        .build()))
                .failed(ApiTimeoutException.class);
        assertEquals(
                "acme getConversation: out of time (it waited for a slot of the HTTP client)", failure.getMessage());
        assertFalse(failure.ambiguous());
        first.cancel();
        assertTrue(blocking.handle((response, thrown) -> true).get(5, TimeUnit.SECONDS));
        vendor.assertRequests(1);
    }

    @Test
    void aCallInOkHttpsQueueIsCancelledAtOnce() throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(1);
        CountDownLatch inQueue = new CountDownLatch(1);
        FixtureClient client = vendor.build(vendor.builder()
                .httpClient(new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .eventListener(new EventListener() {
                            @Override
                            public void dispatcherQueueStart(Call call, Dispatcher queue) {
                                inQueue.countDown();
                            }
                        })
                        .build()));
        vendor.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        ApiCall<Conversation> first = client.service().get();
        CompletableFuture<ApiResponse<Conversation>> blocking = first.enqueue();
        vendor.request();
        ApiCall<Conversation> second = client.service().get();
        CompletableFuture<Outcome<Conversation>> queued = elsewhere(Mode.ASYNC, second);
        assertTrue(inQueue.await(30, TimeUnit.SECONDS), "the second call never came into the queue");
        second.cancel();
        queued.get(5, TimeUnit.SECONDS).failed(ApiCanceledException.class);
        first.cancel();
        assertTrue(blocking.handle((response, thrown) -> true).get(5, TimeUnit.SECONDS));
        vendor.assertRequests(1);
    }
}
