package dev.lockstep.client.internal;

import dev.lockstep.client.Attempt;
import dev.lockstep.client.CallListener;
import dev.lockstep.client.ClientDefinition;
import dev.lockstep.client.DriftListener;
import dev.lockstep.client.Timing;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What all calls of one client share. */
record Engine(
        ClientDefinition definition,
        HttpUrl baseUrl,
        OkHttpClient http,
        Policies policies,
        CredentialSource credentials,
        RetryBudget budget,
        SharedPause pause,
        Timing timing,
        DriftListener driftListener,
        @Nullable CallListener callListener,
        String userAgent) {
    private static final Logger LOG = System.getLogger("dev.lockstep.client");

    String vendor() {
        return definition.vendor();
    }

    void attemptEnded(OperationSpec spec, Attempt attempt) {
        if (callListener == null) {
            return;
        }
        try {
            callListener.attemptEnded(vendor(), spec.name(), attempt);
        } catch (RuntimeException e) {
            dropped(callListener, e);
        }
    }

    void callEnded(OperationSpec spec, List<Attempt> attempts, @Nullable Throwable failure) {
        if (callListener == null) {
            return;
        }
        try {
            callListener.callEnded(vendor(), spec.name(), attempts, failure);
        } catch (RuntimeException e) {
            dropped(callListener, e);
        }
    }

    /** A listener's fault is no fault of the call. */
    static void dropped(Object listener, RuntimeException failure) {
        LOG.log(
                Level.WARNING,
                "the listener " + listener.getClass().getName() + " threw "
                        + failure.getClass().getName() + "; the call went on without it");
    }
}
