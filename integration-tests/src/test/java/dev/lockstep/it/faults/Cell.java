package dev.lockstep.it.faults;

import dev.lockstep.client.RetryClass;
import dev.lockstep.it.faults.Subject.Trait;
import org.jspecify.annotations.Nullable;

/** One fault at one operation, made in one way under one retry class. */
record Cell(Fault fault, Subject subject, Mode mode, RetryClass retry) {
    /** The two ways to make a call. */
    enum Mode {
        SYNC,
        ASYNC
    }

    /** What the operation lacks for the fault to happen, or null where it can. */
    @Nullable
    Trait lacking() {
        return subject.lacking(fault.needs());
    }

    Expected expected() {
        return fault.expected().of(this);
    }

    @Override
    public String toString() {
        return fault + " | " + subject + " | " + mode + " | " + retry;
    }
}
