package dev.lockstep.client.internal;

import dev.lockstep.client.CallOptions;
import dev.lockstep.client.ClientSettings;
import dev.lockstep.client.Config;
import dev.lockstep.client.OperationPolicy;
import dev.lockstep.client.RetryClass;
import dev.lockstep.client.RetryPolicy;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges what a builder, the configuration and the shared settings say about each operation. The narrower goes before the
 * wider; of the same width, code before configuration before shared settings.
 */
final class CallPolicies {
    private final ClientInputs inputs;
    private final String vendor;
    private final Config config;
    private final RetryPolicy retry;
    private final Map<String, CallOptions> byOperation = new LinkedHashMap<>();
    private final Map<OperationSpec, CallPolicy> policies = new ConcurrentHashMap<>();

    /**
     * Reads and checks everything that is said.
     *
     * @throws IllegalArgumentException for an operation that does not exist, or a configured value that is none
     */
    CallPolicies(ClientInputs inputs, Collection<OperationSpec> operations, Collection<String> credentialKeys) {
        this.inputs = inputs;
        this.vendor = inputs.definition().vendor();
        this.config = inputs.config();
        ConfigNames.check(config, vendor, operations, credentialKeys);
        this.retry = retryPolicy();
        inputs.operations().forEach((name, options) -> {
            String found = operationName(name, operations);
            CallOptions previous = byOperation.getOrDefault(found, CallOptions.none());
            byOperation.put(found, options.over(previous));
        });
        operations.forEach(this::of);
    }

    /** What is in force for an operation as long as no call says otherwise. Read once. */
    CallPolicy of(OperationSpec spec) {
        return policies.computeIfAbsent(spec, this::merge);
    }

    /** The options of an operation, above the client's credentials. */
    CallOptions options(OperationSpec spec) {
        return byOperation.getOrDefault(spec.name(), CallOptions.none()).over(inputs.credentials());
    }

    List<OperationPolicy> list(Collection<OperationSpec> operations) {
        return operations.stream()
                .map(spec -> {
                    CallPolicy policy = of(spec);
                    return new OperationPolicy(
                            vendor,
                            spec.name(),
                            spec.key(),
                            policy.retry(),
                            policy.attempts(),
                            policy.deadline(),
                            policy.attemptTimeout(),
                            spec.security());
                })
                .toList();
    }

    private CallPolicy merge(OperationSpec spec) {
        CallOptions code = byOperation.getOrDefault(spec.name(), CallOptions.none());
        String prefix = vendor + ".operations." + spec.name() + ".";
        ClientSettings settings = inputs.settings();
        RetryClass retryClass =
                or(code.retry(), or(configured(prefix + "retry", ConfigValues::retryClass), spec.retry()));
        int attempts =
                or(code.attempts(), or(configured(prefix + "attempts", ConfigValues::attempts), retry.attempts()));
        Duration deadline = or(
                code.deadline(),
                or(
                        configured(prefix + "deadline", ConfigValues::limit),
                        or(inputs.deadline(), or(shared("deadline"), settings.deadline()))));
        Duration timeout = or(
                code.attemptTimeout(),
                or(
                        configured(prefix + "attempt-timeout", ConfigValues::limit),
                        or(inputs.attemptTimeout(), or(shared("attempt-timeout"), settings.attemptTimeout()))));
        return new CallPolicy(retryClass, attempts, retry, deadline, timeout);
    }

    private @Nullable Duration shared(String name) {
        Duration own = configured(vendor + "." + name, ConfigValues::limit);
        return own != null ? own : configured("lockstep." + name, ConfigValues::limit);
    }

    private RetryPolicy retryPolicy() {
        RetryPolicy code = inputs.retry();
        RetryPolicy shared = inputs.settings().retry();
        if (code != null) {
            return code;
        }
        RetryPolicy.Builder merged = shared.toBuilder();
        for (String prefix : List.of("lockstep.retry.", vendor + ".retry.")) {
            set(prefix + "attempts", ConfigValues::attempts, merged::attempts);
            set(prefix + "base-delay", ConfigValues::duration, merged::baseDelay);
            set(prefix + "throttled-base-delay", ConfigValues::duration, merged::throttledBaseDelay);
            set(prefix + "max-delay", ConfigValues::duration, merged::maxDelay);
            set(prefix + "max-retry-after", ConfigValues::duration, merged::maxRetryAfter);
        }
        return merged.build();
    }

    private <T> void set(String name, Function<String, T> parser, Consumer<T> setter) {
        T value = configured(name, parser);
        if (value != null) {
            try {
                setter.accept(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + " in " + config.place(name) + ": " + e.getMessage(), e);
            }
        }
    }

    private <T> @Nullable T configured(String name, Function<String, T> parser) {
        String text = config.get(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " in " + config.place(name) + ": " + e.getMessage(), e);
        }
    }

    private static <T> T or(@Nullable T narrow, T wide) {
        return narrow != null ? narrow : wide;
    }

    private String operationName(String nameOrKey, Collection<OperationSpec> operations) {
        TreeSet<String> known = new TreeSet<>();
        for (OperationSpec spec : operations) {
            if (spec.name().equals(nameOrKey) || spec.key().equals(nameOrKey)) {
                return spec.name();
            }
            known.add(spec.name());
        }
        throw new IllegalArgumentException(
                vendor + " has no operation '" + nameOrKey + "'" + NearestName.hint(nameOrKey, known));
    }
}
