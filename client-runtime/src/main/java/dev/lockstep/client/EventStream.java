package dev.lockstep.client;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A {@code text/event-stream} success, read event by event and not buffered: no retry once it began. Close it, or a
 * connection leaks. For one thread at a time.
 *
 * @param <T> type of an event's data
 */
public interface EventStream<T> extends Closeable {
    /**
     * Waits for the next event. A gap longer than the attempt timeout ends the stream with an exception.
     *
     * @return null at the stream's end
     * @throws ApiDecodeException if an event's data is not the documented kind of JSON; the stream can be read on
     */
    @Nullable
    Event<T> next() throws IOException;

    @Override
    void close();

    /**
     * One event.
     *
     * @param type the event's name, {@code message} if it has none
     * @param id the last event id, empty if there was none
     * @param data the decoded data
     */
    record Event<T>(String type, String id, T data) {}
}
