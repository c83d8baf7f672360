package dev.lockstep.testing;

import java.util.List;

/** The requests of one operation that a fake vendor received, in their order, at the moment when they were asked for. */
public final class Received {
    private final String operation;
    private final List<ReceivedRequest> requests;
    private final String others;

    Received(String operation, List<ReceivedRequest> requests, String others) {
        this.operation = operation;
        this.requests = List.copyOf(requests);
        this.others = others;
    }

    /** All of them. */
    public List<ReceivedRequest> all() {
        return requests;
    }

    /**
     * The only one.
     *
     * @throws AssertionError if there was none, or more than one
     */
    public ReceivedRequest once() {
        return times(1).get(0);
    }

    /**
     * The latest.
     *
     * @throws AssertionError if there was none
     */
    public ReceivedRequest last() {
        if (requests.isEmpty()) {
            throw new AssertionError(operation + ": expected a request, but none came" + others);
        }
        return requests.get(requests.size() - 1);
    }

    /**
     * Checks how many there were.
     *
     * @throws AssertionError if there were more or fewer
     */
    public List<ReceivedRequest> times(int count) {
        if (requests.size() != count) {
            throw new AssertionError(operation + ": expected " + count + " request" + (count == 1 ? "" : "s") + ", but "
                    + requests.size() + " came" + others);
        }
        return requests;
    }

    /**
     * Checks that there was none.
     *
     * @throws AssertionError if there was one
     */
    public void never() {
        times(0);
    }

    @Override
    public String toString() {
        return operation + ": " + requests;
    }
}
