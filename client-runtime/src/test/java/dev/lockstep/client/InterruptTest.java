package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.SocketEffect;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that are interrupted while a socket holds them up. No attempt here ends by itself. */
@Timeout(60)
class InterruptTest {
    private static final SocketEffect STALL = SocketEffect.Stall.INSTANCE;

    @RegisterExtension
    final Vendor vendor = new Vendor();

    @TempDir
    Path directory;

    /** Something to wait for before the interrupt. */
    private interface Moment {
        void await() throws Exception;
    }

    private ApiInterruptedException interrupt(ApiCall<?> call, Moment moment) throws Exception {
        ApiCall<?> patient = call.with(CallOptions.builder()
                .retry(RetryClass.ALWAYS)
                .attemptTimeout(Duration.ofHours(1))
                .deadline(Duration.ofHours(1))
                .build());
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        CompletableFuture<Outcome<?>> outcome = new CompletableFuture<>();
        Thread caller = new Thread(
                () -> {
                    Outcome<?> result = vendor.run(Mode.SYNC, patient);
                    flag.complete(Thread.currentThread().isInterrupted());
                    outcome.complete(result);
                },
                "caller");
        caller.setDaemon(true);
        caller.start();
        moment.await();
        caller.interrupt();
        assertTrue(flag.get(30, TimeUnit.SECONDS), "the interrupt flag is set again");
        ApiInterruptedException failure = outcome.get().failed(ApiInterruptedException.class);
        assertEquals(1, failure.attempts().size());
        vendor.assertWaits();
        return failure;
    }

    @Test
    void waitingForTheHead() throws Exception {
        vendor.enqueue(Vendor.conversation().onResponseStart(STALL));
        ApiInterruptedException failure = interrupt(vendor.client().service().get(), vendor::request);
        assertEquals(
                "acme getConversation: interrupted; the vendor may have carried the operation out",
                failure.getMessage());
    }

    @Test
    void readingTheBody() throws Exception {
        CountDownLatch head = new CountDownLatch(1);
        vendor.enqueue(Vendor.conversation().onResponseBody(STALL));
        FixtureClient client = vendor.build(vendor.builder()
                .httpClient(new okhttp3.OkHttpClient.Builder()
                        .addInterceptor(chain -> {
                            okhttp3.Response response = chain.proceed(chain.request());
                            head.countDown();
                            return response;
                        })
                        .build()));
        ApiInterruptedException failure = interrupt(client.service().get(), head::await);
        assertEquals(Phase.RESPONSE_BODY, failure.attempts().get(0).phase());
        assertTrue(failure.ambiguous());
    }

    @Test
    void writingTheBody() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        vendor.enqueue(Vendor.conversation().onRequestBody(STALL));
        RequestBody endless = new RequestBody() {
            @Override
            public okhttp3.@Nullable MediaType contentType() {
                return null;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                byte[] chunk = new byte[1 << 16];
                while (true) {
                    sink.write(chunk);
                    writing.countDown();
                }
            }
        };
        ApiInterruptedException failure = interrupt(vendor.client().service().upload(endless), writing::await);
        assertEquals(Phase.REQUEST_BODY, failure.attempts().get(0).phase());
        assertTrue(failure.ambiguous());
    }

    @Test
    void shakingHands() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> accepted = CompletableFuture.supplyAsync(() -> {
                try {
                    return silent.accept();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            FixtureClient client = vendor.build(vendor.builder().baseUrl("https://127.0.0.1:" + silent.getLocalPort()));
            ApiInterruptedException failure =
                    interrupt(client.service().get(), () -> accepted.get(10, TimeUnit.SECONDS));
            assertEquals("acme getConversation: interrupted", failure.getMessage());
            accepted.get().close();
        }
    }

    @Test
    void connecting() throws Exception {
        List<Socket> queued = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            while (queues(full, queued)) {
                // One more of those that fit.
            }
            CountDownLatch connecting = new CountDownLatch(1);
            FixtureClient client = vendor.build(vendor.builder()
                    .baseUrl("http://127.0.0.1:" + full.getLocalPort())
                    .httpClient(new okhttp3.OkHttpClient.Builder()
                            .connectTimeout(Duration.ofHours(1))
                            .eventListener(new okhttp3.EventListener() {
                                @Override
                                public void connectStart(
                                        okhttp3.Call call, InetSocketAddress address, java.net.Proxy proxy) {
                                    connecting.countDown();
                                }
                            })
                            .build()));
            ApiInterruptedException failure = interrupt(client.service().get(), connecting::await);
            assertEquals("acme getConversation: interrupted", failure.getMessage());
            assertEquals(Phase.CONNECT, failure.attempts().get(0).phase());
        } finally {
            for (Socket socket : queued) {
                socket.close();
            }
        }
    }

    private static boolean queues(ServerSocket full, List<Socket> queued) throws IOException {
        assertTrue(queued.size() < 100, "the queue of a listening socket fills");
        Socket socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(full.getLocalSocketAddress(), 300);
            return true;
        } catch (SocketTimeoutException itIsFull) {
            return false;
        }
    }

    /** Reading a file takes the thread's one place for who hears of its interrupt. */
    @Test
    void afterASupplierHasReadAFile() throws Exception {
        Path key = Files.writeString(directory.resolve("key"), "key-" + Vendor.CANARY);
        vendor.enqueue(Vendor.conversation().onResponseStart(STALL));
        FixtureClient client = vendor.build(vendor.bare().key("apiKey", () -> {
            try {
                return Files.readString(key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        assertTrue(interrupt(client.service().get(), vendor::request).ambiguous());
    }

    /** A vendor that answers nothing, over TLS: each call must end by its interrupt or its cancellation alone. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void atWhateverMoment(boolean interrupted) throws Exception {
        List<Socket> accepted = new CopyOnWriteArrayList<>();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> acceptAll(silent, accepted), "silent server");
            server.setDaemon(true);
            server.start();
            FixtureClient client = vendor.build(vendor.builder().baseUrl("https://127.0.0.1:" + silent.getLocalPort()));
            for (int moment = 0; moment < 100; moment++) {
                ApiCall<Conversation> call = client.service()
                        .get()
                        .with(CallOptions.builder()
                                .attemptTimeout(Duration.ofHours(1))
                                .deadline(Duration.ofHours(1))
                                .build());
                CompletableFuture<Outcome<Conversation>> outcome = new CompletableFuture<>();
                Thread caller = new Thread(() -> outcome.complete(vendor.run(Mode.SYNC, call)), "caller");
                caller.setDaemon(true);
                caller.start();
                LockSupport.parkNanos(moment * 20_000L);
                if (interrupted) {
                    caller.interrupt();
                    outcome.get(30, TimeUnit.SECONDS).failed(ApiInterruptedException.class);
                } else {
                    call.cancel();
                    outcome.get(30, TimeUnit.SECONDS).failed(ApiCanceledException.class);
                }
            }
        } finally {
            for (Socket socket : accepted) {
                socket.close();
            }
        }
    }

    private static void acceptAll(ServerSocket silent, List<Socket> accepted) {
        try {
            while (true) {
                accepted.add(silent.accept());
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void anAnswerThatCameWholeStays() throws Exception {
        vendor.enqueue(Vendor.conversation());
        FixtureClient client = vendor.build(vendor.builder().callListener(new CallListener() {
            @Override
            public void attemptEnded(CallInfo call, Attempt attempt) {
                Thread.currentThread().interrupt();
            }
        }));
        Conversation conversation = client.service().get().execute();
        assertTrue(Thread.interrupted());
        assertEquals("c1", conversation.id());
    }
}
