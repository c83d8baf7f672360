package dev.lockstep.it.faults;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** Answers as told, then always well. */
final class Script extends Dispatcher {
    private final ConcurrentLinkedQueue<MockResponse> told = new ConcurrentLinkedQueue<>();
    private final Supplier<MockResponse> well;

    Script(Supplier<MockResponse> well) {
        this.well = well;
    }

    void add(MockResponse response) {
        told.add(response);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        return or(told.poll());
    }

    @Override
    public MockResponse peek() {
        return or(told.peek());
    }

    /** Whether every answer that was told is on its way. */
    boolean isOver() {
        return told.isEmpty();
    }

    private MockResponse or(@Nullable MockResponse response) {
        return response != null ? response : well.get();
    }
}
