package dev.lockstep.client;

import dev.lockstep.client.internal.CountingDriftListener;
import java.util.Objects;
import java.util.function.Consumer;

/** Hears of differences between documentation and answers. Called on the calling or an HTTP thread; must not block. */
@FunctionalInterface
public interface DriftListener {
    /** Told of each event; what it throws, errors too, is logged by its class and dropped. */
    void onDrift(DriftEvent event);

    /**
     * The default: counts, and logs one JSON line as a warning of the logger {@code dev.lockstep.drift} at the 1st, 10th,
     * 100th, ... event of each kind. {@code lockstep drift} reads these lines. Remembers 1,000 kinds at most.
     */
    static DriftListener logging() {
        return new CountingDriftListener();
    }

    /**
     * The same with another place for the lines: a file, a queue, another logger.
     *
     * @param lines gets one JSON object a time, without a line break
     */
    static DriftListener logging(Consumer<String> lines) {
        return new CountingDriftListener(Objects.requireNonNull(lines, "lines"));
    }
}
