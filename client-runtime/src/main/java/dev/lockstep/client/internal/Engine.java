package dev.lockstep.client.internal;

import dev.lockstep.client.CallInfo;
import dev.lockstep.client.CallListener;
import dev.lockstep.client.ClientDefinition;
import dev.lockstep.client.DriftListener;
import dev.lockstep.client.Timing;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** What all calls of one client share. */
record Engine(
        ClientDefinition definition,
        HttpUrl baseUrl,
        OkHttpClient http,
        CallPolicies policies,
        CredentialSource credentials,
        RetryBudget budget,
        SharedPause pause,
        Timing timing,
        DriftListener driftListener,
        List<CallListener> callListeners,
        String userAgent) {
    String vendor() {
        return definition.vendor();
    }

    OperationPlan plan(OperationSpec spec) {
        CallInfo info = new CallInfo(vendor(), spec.name(), spec.key(), baseUrl);
        return new OperationPlan(spec, policies.of(spec), policies.options(spec), info);
    }
}
