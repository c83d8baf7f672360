package dev.lockstep.client.internal;

import dev.lockstep.client.CallListener;
import dev.lockstep.client.CallOptions;
import dev.lockstep.client.ClientDefinition;
import dev.lockstep.client.ClientSettings;
import dev.lockstep.client.Config;
import dev.lockstep.client.DriftListener;
import dev.lockstep.client.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Everything that a builder collected, unmerged: null is "not said". */
public record ClientInputs(
        ClientDefinition definition,
        ClientSettings settings,
        @Nullable String baseUrl,
        Set<String> allowedHosts,
        Set<String> plainHosts,
        Map<String, CallOptions> operations,
        CallOptions credentials,
        Config config,
        @Nullable RetryPolicy retry,
        @Nullable Duration deadline,
        @Nullable Duration attemptTimeout,
        @Nullable OkHttpClient httpClient,
        @Nullable DriftListener driftListener,
        List<CallListener> callListeners) {}
