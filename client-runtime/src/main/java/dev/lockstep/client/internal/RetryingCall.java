package dev.lockstep.client.internal;

import dev.lockstep.client.CallOptions;
import dev.lockstep.client.Phase;
import dev.lockstep.client.Timing;
import dev.lockstep.client.internal.AttemptResult.Stop;
import dev.lockstep.client.internal.CallResult.End;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Drives a {@link CallRun}: sends its attempts through OkHttp and waits between them, on the caller's thread or on none.
 * Runs once. {@link #cancel()} may come from any thread at any moment.
 */
final class RetryingCall {
    private final Engine engine;
    private final OperationPlan plan;
    private final OperationSpec spec;
    private final Request request;
    private final CallOptions options;
    private final CallPolicy policy;
    private final Timeout timeout = new Timeout();
    private final AtomicBoolean executed = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();

    private volatile boolean canceled;
    private @Nullable Call current;
    private @Nullable Runnable wake;
    private @Nullable EventListener users;

    RetryingCall(Engine engine, OperationPlan plan, Request request, CallOptions options) {
        this.engine = engine;
        this.plan = plan;
        this.spec = plan.spec();
        this.request = request;
        this.options = options.over(plan.options());
        this.policy = plan.policy().under(this.options);
        timeout.timeout(policy.deadline().toNanos(), TimeUnit.NANOSECONDS);
    }

    Timeout timeout() {
        return timeout;
    }

    boolean isExecuted() {
        return executed.get();
    }

    boolean isCanceled() {
        return canceled;
    }

    void addEventListener(EventListener listener) {
        users = users == null ? listener : users.plus(listener);
    }

    void cancel() {
        Call call;
        Runnable waiter;
        lock.lock();
        try {
            canceled = true;
            call = current;
            waiter = wake;
        } finally {
            lock.unlock();
        }
        if (call != null) {
            call.cancel();
        }
        if (waiter != null) {
            waiter.run();
        }
    }

    /** Makes the call on this thread. */
    CallResult run() {
        CallRun run = start();
        try {
            drive(run);
        } catch (Throwable thrown) {
            ForeignCode.keepInterrupt(thrown);
            run.failed(thrown);
        }
        return run.result();
    }

    private void drive(CallRun run) {
        Request.Builder prepared = prepared();
        Step step = Step.DONE;
        boolean first = true;
        while (first || step.kind() != Step.Kind.DONE) {
            if (canceled) {
                run.stopped(End.CANCELED, "");
                return;
            }
            if (Thread.currentThread().isInterrupted()) {
                run.stopped(End.INTERRUPTED, "");
                return;
            }
            if (first) {
                first = false;
                step = run.next();
            } else if (step.kind() == Step.Kind.WAIT) {
                step = await(step.delay()) ? run.next() : step;
            } else {
                step = send(run, prepared);
            }
        }
    }

    /** Makes the call without a thread of its own; the consumer is called once, on any thread, and throws nothing. */
    void start(Consumer<CallResult> done) {
        new AsyncRun(start(), prepared(), done).go();
    }

    private CallRun start() {
        if (!executed.compareAndSet(false, true)) {
            throw new IllegalStateException("this call was made already; clone() gives a fresh one");
        }
        long limit = timeout.timeoutNanos();
        return new CallRun(
                engine, plan, options, policy, limit == 0 ? Duration.ofDays(1).toNanos() : limit, oneShot());
    }

    /** A body that fails to say so is sent once. */
    private boolean oneShot() {
        RequestBody body = request.body();
        AtomicBoolean oneShot = new AtomicBoolean(body != null);
        if (body != null) {
            ForeignCode.tell(body, asked -> oneShot.set(asked.isOneShot()));
        }
        return oneShot.get();
    }

    /** What each attempt's request is built from. The idempotency key is minted here: once per call, the same in all of them. */
    private Request.Builder prepared() {
        Request.Builder prepared = request.newBuilder();
        if (request.header("User-Agent") == null) {
            prepared.header("User-Agent", engine.userAgent());
        }
        String idempotencyHeader = spec.idempotencyHeader();
        if (!idempotencyHeader.isEmpty() && request.header(idempotencyHeader) == null) {
            prepared.header(idempotencyHeader, UUID.randomUUID().toString());
        }
        return prepared;
    }

    private Call newCall(Request.Builder prepared, AttemptContext context) {
        Call call = engine.http()
                .newCall(prepared.tag(AttemptContext.class, context).build());
        if (!spec.bodyKind().streamed()) {
            call.timeout().timeout(context.attemptTimeout.toNanos(), TimeUnit.NANOSECONDS);
        }
        call.addEventListener(context.recorder);
        EventListener listener = users;
        if (listener != null) {
            call.addEventListener(RedactingListener.around(listener));
        }
        return call;
    }

    private void setCurrent(@Nullable Call call) {
        boolean late;
        lock.lock();
        try {
            current = call;
            late = canceled;
        } finally {
            lock.unlock();
        }
        if (late && call != null) {
            call.cancel();
        }
    }

    private Step send(CallRun run, Request.Builder prepared) {
        AttemptContext context = run.newAttempt();
        Call call = newCall(prepared, context);
        setCurrent(call);
        AttemptTimer timer =
                spec.bodyKind().streamed() ? new AttemptTimer(context.attemptTimeout.toNanos(), call::cancel) : null;
        if (timer != null) {
            timer.enter();
        }
        AttemptResult result;
        Stop stop = Stop.NONE;
        try {
            Response response = execute(call, context);
            if (timer != null) {
                timer.exit();
            }
            result = new InterruptGuard(call).guard(() -> AttemptResult.of(response, context, engine.timing()));
        } catch (Throwable thrown) {
            IOException failure = ForeignFailure.of(thrown);
            if (timer != null) {
                timer.exit();
            }
            stop = stop(Thread.currentThread().isInterrupted());
            result = AttemptResult.of(
                    timer != null && timer.fired() ? new InterruptedIOException("timeout") : failure,
                    context,
                    stop,
                    engine.timing());
        } finally {
            // A streamed body is still cancelled by cancel().
            if (timer == null) {
                setCurrent(null);
            }
        }
        return run.ended(context, result, stop);
    }

    /**
     * An answer stays an answer when the dispatcher throws after it: its idle callback and its executor, which it asks to start
     * a waiting call, are the application's.
     */
    private static Response execute(Call call, AttemptContext context) throws IOException {
        try {
            return call.execute();
        } catch (Throwable thrown) {
            Response answer = context.answer;
            if (answer == null || call.isCanceled()) {
                context.closeAnswer();
                throw ForeignFailure.of(thrown);
            }
            ForeignCode.dropped("dispatcher of the OkHttpClient", thrown);
            return answer;
        }
    }

    private Stop stop(boolean interrupted) {
        if (canceled) {
            return Stop.CANCELED;
        }
        return interrupted ? Stop.INTERRUPTED : Stop.NONE;
    }

    /** Waits; false if the thread was interrupted, whose flag is then set again. */
    private boolean await(Duration delay) {
        CountDownLatch over = new CountDownLatch(1);
        setWake(over::countDown);
        Timing.Cancellation scheduled = engine.timing().schedule(delay, over::countDown);
        try {
            if (!canceled) {
                over.await();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            scheduled.cancel();
            setWake(null);
        }
    }

    private void setWake(@Nullable Runnable waiter) {
        lock.lock();
        try {
            wake = waiter;
        } finally {
            lock.unlock();
        }
    }

    /** Waits and attempts follow one another on whatever thread ends the one before. */
    private final class AsyncRun {
        private final CallRun run;
        private final Request.Builder prepared;
        private final Consumer<CallResult> done;
        private final AtomicBoolean finished = new AtomicBoolean();

        AsyncRun(CallRun run, Request.Builder prepared, Consumer<CallResult> done) {
            this.run = run;
            this.prepared = prepared;
            this.done = done;
        }

        void go() {
            follow(() -> canceled ? Step.SEND : run.next());
        }

        /** Whatever throws on the way ends the call: on these threads nobody else would hear of it. */
        private void follow(Supplier<Step> decision) {
            if (finished.get()) {
                return;
            }
            try {
                proceed(decision.get());
            } catch (Throwable thrown) {
                ForeignCode.keepInterrupt(thrown);
                setWake(null);
                run.failed(thrown);
                finish();
            }
        }

        private void finish() {
            if (finished.compareAndSet(false, true)) {
                done.accept(run.result());
            }
        }

        private void proceed(Step step) {
            if (step.kind() == Step.Kind.DONE) {
                finish();
            } else if (canceled) {
                stop(End.CANCELED, "");
            } else if (step.kind() == Step.Kind.WAIT) {
                await(step.delay());
            } else {
                new AsyncAttempt(this, run.newAttempt()).send();
            }
        }

        private void stop(End reason, String why) {
            run.stopped(reason, why);
            finish();
        }

        private void await(Duration delay) {
            AtomicBoolean woken = new AtomicBoolean();
            AtomicReference<Timing.@Nullable Cancellation> scheduled = new AtomicReference<>();
            Runnable resume = () -> {
                if (woken.compareAndSet(false, true)) {
                    setWake(null);
                    Timing.Cancellation task = scheduled.get();
                    if (task != null) {
                        task.cancel();
                    }
                    onHttpThread(this::go);
                }
            };
            setWake(resume);
            scheduled.set(engine.timing().schedule(delay, resume));
            if (canceled) {
                resume.run();
            }
        }
    }

    /** One attempt of an asynchronous call. Whoever owns its end goes on; everybody else does nothing. */
    private final class AsyncAttempt implements Callback {
        private final AsyncRun async;
        private final AttemptContext context;
        private final Call call;
        private final AttemptTimer timer;
        private final AtomicBoolean owned = new AtomicBoolean();

        AsyncAttempt(AsyncRun async, AttemptContext context) {
            this.async = async;
            this.context = context;
            this.call = newCall(async.prepared, context);
            long limit = spec.bodyKind().streamed() ? context.attemptTimeout.toNanos() : async.run.remaining();
            this.timer = new AttemptTimer(limit, () -> giveUp(End.DEADLINE, "it waited for a slot of the HTTP client"));
        }

        void send() {
            setWake(() -> giveUp(End.CANCELED, ""));
            timer.enter();
            setCurrent(call);
            try {
                call.enqueue(this);
            } catch (Throwable thrown) {
                refused(thrown);
            }
        }

        /** The executor threw, or what it ran at once on this thread. */
        private void refused(Throwable thrown) {
            if (owned.compareAndSet(false, true)) {
                call.cancel();
                ForeignCode.keepInterrupt(thrown);
                failed(new ForeignFailure(thrown));
            } else {
                ForeignCode.dropped("dispatcher of the OkHttpClient", thrown);
            }
        }

        /** {@code Call.cancel()} alone would not end a call in OkHttp's queue before its turn comes. */
        private void giveUp(End reason, String why) {
            call.cancel();
            if (context.recorder.phase() == Phase.QUEUED && owned.compareAndSet(false, true)) {
                timer.exit();
                setWake(null);
                onHttpThread(() -> async.stop(reason, why));
            }
        }

        @Override
        public void onResponse(Call answered, Response response) {
            if (!owned.compareAndSet(false, true)) {
                ForeignCode.tell(response, Response::close);
                return;
            }
            if (spec.bodyKind().streamed()) {
                timer.exit();
            }
            AttemptResult result;
            try {
                result = AttemptResult.of(response, context, engine.timing());
            } catch (Throwable thrown) {
                failed(ForeignFailure.of(thrown));
                return;
            }
            end(() -> result, Stop.NONE);
        }

        @Override
        public void onFailure(Call failing, IOException failure) {
            if (owned.compareAndSet(false, true)) {
                failed(failure);
            }
        }

        private void failed(IOException failure) {
            Stop stop = RetryingCall.this.stop(false);
            IOException seen = timer.fired() ? new InterruptedIOException("timeout") : failure;
            end(() -> AttemptResult.of(seen, context, stop, engine.timing()), stop);
        }

        private void end(Supplier<AttemptResult> result, Stop stop) {
            timer.exit();
            setWake(null);
            async.follow(() -> async.run.ended(context, result.get(), stop));
        }
    }

    /** Users' code and OkHttp's queue are reached from OkHttp's threads: never from the back-off thread. */
    private void onHttpThread(Runnable task) {
        AtomicBoolean taken = new AtomicBoolean();
        Runnable once = () -> {
            if (taken.compareAndSet(false, true)) {
                task.run();
            }
        };
        try {
            engine.http().dispatcher().executorService().execute(once);
        } catch (Throwable refused) {
            ForeignCode.keepInterrupt(refused);
            once.run();
        }
    }
}
