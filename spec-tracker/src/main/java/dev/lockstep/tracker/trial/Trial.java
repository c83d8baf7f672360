package dev.lockstep.tracker.trial;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiCredentialException;
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
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.tracker.compile.ClientCompiler;
import dev.lockstep.tracker.loaded.LoadedClient;
import dev.lockstep.tracker.workspace.Nearest;
import dev.lockstep.tracker.workspace.UsageException;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes one call of a vendor's operation, one attempt, and holds the answer against the locked spec. */
public final class Trial {
    private final ClientCompiler compiler;
    private final Path classes;
    private final Config config;

    /**
     * @param classes a folder for compiled clients
     * @param config where credentials come from
     */
    public Trial(ClientCompiler compiler, Path classes, Config config) {
        this.compiler = compiler;
        this.classes = classes;
        this.config = config;
    }

    /**
     * What to call.
     *
     * @param operation its Java name, or {@code METHOD /path}
     * @param parameters texts by documented name
     * @param body the whole body, or null
     * @param baseUrl another server than the locked one, or null
     */
    public record Wish(
            String operation,
            Map<String, String> parameters,
            @Nullable String body,
            @Nullable String baseUrl) {
        public Wish {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * What came of it.
     *
     * @param request its lines, without credentials; empty where nothing was sent
     * @param answer its lines, without credentials; empty where there was none
     * @param status of the answer; 0 where there was none
     * @param differences between the answer and the spec; empty where it is as documented
     * @param failure why there was no answer; null where there was one
     */
    public record Outcome(
            List<String> request,
            List<String> answer,
            int status,
            List<String> differences,
            @Nullable String failure) {
        public Outcome {
            request = List.copyOf(request);
            answer = List.copyOf(answer);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Makes the call.
     *
     * @throws UsageException when there is no such operation, or what was given for it does not fit
     */
    public Outcome run(VendorFolder folder, Wish wish) {
        Lock lock = LockVerifier.verify(folder.path()).orThrow();
        try (LoadedClient client = LoadedClient.of(
                folder.document(folder.spec()),
                GeneratorOptions.fromLock(lock),
                compiler,
                classes.resolve(folder.name()).resolve("classes"))) {
            OperationModel operation = operation(client.model(), wish.operation());
            return call(client, operation, wish);
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private static OperationModel operation(ClientModel model, String wanted) {
        String template = SpecOperation.template(wanted);
        List<String> names = new ArrayList<>();
        for (OperationModel operation : model.operations()) {
            if (operation.name().equals(wanted)
                    || SpecOperation.template(operation.key()).equals(template)) {
                return operation;
            }
            names.add(operation.name());
        }
        String hint = Nearest.hint(wanted, names);
        throw new UsageException("unknown operation " + wanted + " of " + model.vendor()
                + (hint.isEmpty()
                        ? "; there are " + String.join(", ", names.subList(0, Math.min(names.size(), 20)))
                        : hint));
    }

    private Outcome call(LoadedClient client, OperationModel operation, Wish wish) throws IOException {
        Secrets secrets = new Secrets(client.model(), config);
        Exchange exchange = new Exchange(secrets, secrets.sent(operation));
        List<DriftEvent> drift = new CopyOnWriteArrayList<>();
        Object api = LoadedClient.call(built(client, wish, exchange, drift), accessor(client.model(), operation));
        ApiCall<?> call;
        try {
            Object[] arguments = new Arguments(client, operation, wish.parameters(), wish.body()).values();
            call = (ApiCall<?>) LoadedClient.call(api, operation.name(0), arguments);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
        List<String> differences = new ArrayList<>();
        String failure = null;
        try {
            drain(call.executeForResponse());
        } catch (ApiStatusException e) {
            // A documented error is an answer as documented; an undocumented one is drift.
        } catch (ApiDecodeException e) {
            differences.add(secrets.mask(String.valueOf(e.getMessage())));
        } catch (ApiCredentialException e) {
            exchange.request().clear(); // it was held back
            failure = secrets.mask(String.valueOf(e.getMessage()));
        } catch (ApiException e) {
            failure = secrets.mask(String.valueOf(e.getMessage()));
        }
        for (DriftEvent event : drift) {
            differences.add(secrets.mask(difference(event)));
        }
        return new Outcome(exchange.request(), exchange.answer(), exchange.status(), differences, failure);
    }

    private Object built(LoadedClient client, Wish wish, Exchange exchange, List<DriftEvent> drift) throws IOException {
        Object builder = LoadedClient.call(client.load(client.model().className()), "builder");
        DriftListener listener = drift::add;
        LoadedClient.call(builder, "config", config);
        LoadedClient.call(builder, "driftListener", listener);
        LoadedClient.call(builder, "retry", RetryPolicy.builder().attempts(1).build());
        LoadedClient.call(
                builder,
                "httpClient",
                new OkHttpClient.Builder().addInterceptor(exchange).build());
        if (wish.baseUrl() != null) {
            LoadedClient.call(builder, "baseUrl", wish.baseUrl());
            LoadedClient.call(builder, "allowHost", host(wish.baseUrl()));
        }
        try {
            return LoadedClient.call(builder, "build");
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--base-url: " + url + " is no URL", e);
        }
    }

    private static String accessor(ClientModel model, OperationModel operation) {
        return model.apis().stream()
                .filter(api -> api.operations().contains(operation))
                .map(ApiModel::accessor)
                .findFirst()
                .orElseThrow();
    }

    /** Streams are read to their end: only then is every part of them held against the spec. */
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

    private static String difference(DriftEvent event) {
        String where = event.path().equals("$") ? "" : " at " + event.path();
        String what = event.name().isEmpty() ? "" : " " + event.name();
        return switch (event.kind()) {
            case UNKNOWN_PROPERTY -> "a property that the spec does not have:" + what + where;
            case UNKNOWN_ENUM_VALUE -> "a value that the spec's list does not have" + where;
            case MISSING_PROPERTY -> "a required property is missing:" + what + where;
            case NULL_PROPERTY -> "a property is null, and not nullable in the spec:" + what + where;
            case MISTYPED_PROPERTY -> "a property of another type than the spec's:" + what + where;
            case UNDECODABLE_UNION -> "a value that fits none of the spec's variants" + where;
            case UNDOCUMENTED_STATUS -> "status " + event.status() + ", which the spec does not have";
            case UNDECODABLE_ERROR_BODY -> "an error body of another form than the spec's";
            case DEPRECATION -> "the answer calls the operation deprecated";
            case SUNSET -> "the answer announces the operation's end";
        };
    }
}
