package dev.lockstep.client.internal;

import java.io.IOException;

/** Carries a runtime exception of a user's interceptor past OkHttp, which would throw it on a thread of its own. */
final class InterceptorFailure extends IOException {
    private static final long serialVersionUID = 1;

    private final RuntimeException failure;

    InterceptorFailure(RuntimeException failure) {
        super(failure);
        this.failure = failure;
    }

    RuntimeException failure() {
        return failure;
    }
}
