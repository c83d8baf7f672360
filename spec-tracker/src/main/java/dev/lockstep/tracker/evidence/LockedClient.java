package dev.lockstep.tracker.evidence;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiDecodeException;
import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.BinaryBody;
import dev.lockstep.client.Config;
import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.DriftListener;
import dev.lockstep.client.EventStream;
import dev.lockstep.client.RetryPolicy;
import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.SchemeModel;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.tracker.loaded.LoadedClient;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The old client, calling the loopback server. Knows no document; one attempt a call. */
final class LockedClient {
    private final LoadedClient client;
    private final Loopback server;
    private final String base;
    private final List<DriftEvent> drift = new CopyOnWriteArrayList<>();
    private final Map<Set<String>, Object> built = new HashMap<>();

    LockedClient(LoadedClient client, Loopback server) {
        this.client = client;
        this.server = server;
        String path = URI.create(client.model().server()).getRawPath();
        this.base = path == null ? "" : path.replaceFirst("/+$", "");
    }

    /** The path of the base URL, without a slash at its end. */
    String base() {
        return base;
    }

    /**
     * What came of one call.
     *
     * @param sent null if nothing was
     * @param failures what the client could not make of the answer
     * @param undecoded JSON paths of unions of which no known variant fits, and of values that no list has
     * @param refusal why nothing was sent; empty if something was
     */
    record Outcome(Loopback.@Nullable Sent sent, Set<Failure> failures, Set<String> undecoded, String refusal) {}

    /**
     * Calls an operation.
     *
     * @param schemes the security schemes for which there are credentials
     * @param method the Java method's name
     */
    Outcome call(
            OperationModel operation,
            Set<String> schemes,
            String method,
            List<@Nullable Object> arguments,
            Loopback.Answer answer) {
        server.answer(answer);
        drift.clear();
        Set<Failure> failures = new TreeSet<>();
        Set<String> undecoded = new TreeSet<>();
        String where = "answer " + answer.status();
        String refusal = "";
        try {
            Object api = LoadedClient.call(client(schemes), accessor(operation));
            drain(((ApiCall<?>) LoadedClient.call(api, method, arguments.toArray())).executeForResponse());
        } catch (ApiStatusException e) {
            if (answer.status() / 100 == 2) {
                failures.add(new Failure(where, "$", "taken for an error"));
            }
        } catch (ApiDecodeException e) {
            failures.add(new Failure(where, e.path(), reason(e)));
        } catch (ApiException e) {
            failures.add(new Failure(where, "$", String.valueOf(e.getMessage())));
        } catch (IOException | RuntimeException e) {
            refusal = String.valueOf(e.getMessage());
        }
        for (DriftEvent event : drift) {
            judge(event, where, failures, undecoded);
        }
        Loopback.Sent sent = server.sent();
        return new Outcome(sent, failures, undecoded, sent == null && refusal.isEmpty() ? "nothing was sent" : refusal);
    }

    /** The client's own words between the status and the end of the sentence. */
    private static String reason(ApiDecodeException e) {
        String message = String.valueOf(e.getMessage());
        int but = message.indexOf(", but ");
        int at = message.indexOf(" at $");
        return but < 0 || at < but ? message : message.substring(but + ", but ".length(), at);
    }

    private static void judge(DriftEvent event, String where, Set<Failure> failures, Set<String> undecoded) {
        String path = event.path();
        switch (event.kind()) {
            case MISSING_PROPERTY -> failures.add(new Failure(where, path, "missing, and required before"));
            case NULL_PROPERTY -> failures.add(new Failure(where, path, "null, and never so before"));
            case MISTYPED_PROPERTY -> failures.add(new Failure(where, path, "of another type than before"));
            case UNDECODABLE_ERROR_BODY -> failures.add(new Failure(where, path, "no such error body as before"));
            case UNDECODABLE_UNION, UNKNOWN_ENUM_VALUE -> undecoded.add(path);
            case UNKNOWN_PROPERTY, UNDOCUMENTED_STATUS, DEPRECATION, SUNSET -> {}
        }
    }

    /** Streams are read to their end: only then is every part of them decoded. */
    private static void drain(ApiResponse<?> response) throws IOException {
        if (response.body() instanceof BinaryBody body) {
            body.close();
        } else if (response.body() instanceof EventStream<?> events) {
            try (events) {
                while (events.next() != null) {
                    // each event decodes, or is drift
                }
            }
        }
    }

    private Object client(Set<String> schemes) throws IOException {
        Object known = built.get(schemes);
        if (known != null) {
            return known;
        }
        Object builder = LoadedClient.call(client.load(client.model().className()), "builder");
        DriftListener listener = drift::add;
        LoadedClient.call(builder, "config", Config.of(credentials(schemes)));
        LoadedClient.call(builder, "driftListener", listener);
        LoadedClient.call(builder, "retry", RetryPolicy.none());
        LoadedClient.call(builder, "baseUrl", "http://127.0.0.1:" + server.port() + base);
        Object made = LoadedClient.call(builder, "build");
        built.put(Set.copyOf(schemes), made);
        return made;
    }

    private Map<String, String> credentials(Set<String> schemes) {
        Map<String, String> values = new TreeMap<>();
        for (SchemeModel scheme : client.model().schemes()) {
            if (schemes.contains(scheme.name())) {
                String name = client.model().vendor() + "." + scheme.suffix();
                if (scheme.kind() == SchemeModel.Kind.BASIC) {
                    values.put(name + ".username", "somebody");
                    values.put(name + ".password", "synthetic-password");
                } else {
                    values.put(name, "synthetic-key-0123456789");
                }
            }
        }
        return values;
    }

    private String accessor(OperationModel operation) {
        return client.model().apis().stream()
                .filter(api -> api.operations().contains(operation))
                .map(ApiModel::accessor)
                .findFirst()
                .orElseThrow();
    }

    /** The operation of a key without the names of path parameters; null if the client has none. */
    @Nullable
    OperationModel operation(String template) {
        return client.model().operations().stream()
                .filter(operation -> SpecOperation.template(operation.key()).equals(template))
                .findFirst()
                .orElse(null);
    }

    LoadedClient loaded() {
        return client;
    }
}
