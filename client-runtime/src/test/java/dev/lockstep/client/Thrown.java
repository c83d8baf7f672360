package dev.lockstep.client;

import java.io.IOException;

/** What code of an application may throw, declared or not. Each text, cause and suppressed exception holds the canary. */
enum Thrown {
    RUNTIME,
    ERROR,
    SNEAKY_IO,
    SNEAKY,
    OVERFLOW,
    OUT_OF_MEMORY,
    LINKAGE;

    /** Throws it. */
    void now() {
        Thrown.<RuntimeException>sneak(failure());
    }

    /** Whether an attempt may be repeated after it. */
    boolean repeatable() {
        return this == SNEAKY_IO;
    }

    Class<? extends Throwable> type() {
        return failure().getClass();
    }

    private Throwable failure() {
        String text = "it said " + Vendor.CANARY;
        Throwable failure = switch (this) {
            case RUNTIME -> new IllegalStateException(text, new IOException(text));
            case ERROR -> new AssertionError(text, new IOException(text));
            case SNEAKY_IO -> new IOException(text, new IOException(text));
            case SNEAKY -> new Exception(text, new IOException(text));
            case OVERFLOW -> overflow();
            case OUT_OF_MEMORY -> new OutOfMemoryError(text);
            case LINKAGE -> new NoClassDefFoundError(text);
        };
        failure.addSuppressed(new IllegalArgumentException(text));
        return failure;
    }

    private static Throwable overflow() {
        try {
            return new AssertionError(deeper(0));
        } catch (StackOverflowError overflow) {
            return overflow;
        }
    }

    private static long deeper(long depth) {
        return depth < 0 ? depth : deeper(depth + 1) + 1;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }
}
