package dev.lockstep.client.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ClientDefinition;
import dev.lockstep.client.Config;
import dev.lockstep.client.DriftListener;
import dev.lockstep.client.OperationPolicy;
import dev.lockstep.client.SecurityScheme;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** The client of one vendor: Retrofit makes requests of annotated methods, the rest is in this package. */
public final class RuntimeClient implements ApiClient {
    private final Engine engine;
    private final Retrofit retrofit;
    private final List<OperationSpec> operations;
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();

    private RuntimeClient(Engine engine, Retrofit retrofit, List<OperationSpec> operations) {
        this.engine = engine;
        this.retrofit = retrofit;
        this.operations = operations;
    }

    /**
     * Builds a client of everything that its builder collected.
     *
     * @throws IllegalArgumentException if a part of it is not allowed
     * @throws IllegalStateException if two copies of OkHttp are on the class path
     */
    public static ApiClient create(ClientInputs inputs) {
        ClassPathCheck.run();
        ClientDefinition definition = inputs.definition();
        List<OperationSpec> operations = operations(definition);
        checkSchemes(inputs, operations);
        CredentialSource credentials = new CredentialSource(definition.vendor(), definition.schemes(), inputs.config());
        TreeSet<String> credentialKeys = new TreeSet<>();
        for (SecurityScheme scheme : definition.schemes().values()) {
            credentialKeys.addAll(credentials.keys(scheme));
        }
        CallPolicies policies = new CallPolicies(inputs, operations, credentialKeys);
        OkHttpClient http = HttpClients.safe(
                inputs.httpClient(), definition.vendor(), inputs.settings().timing());
        DriftListener drift = inputs.driftListener();
        Engine engine = new Engine(
                definition,
                baseUrl(inputs),
                http,
                policies,
                credentials,
                new RetryBudget(),
                new SharedPause(),
                inputs.settings().timing(),
                drift != null ? drift : DriftListener.logging(),
                inputs.callListeners(),
                "lockstep-" + definition.vendor() + "/" + definition.version() + " okhttp/" + OkHttp.VERSION);
        return new RuntimeClient(engine, retrofit(engine, moshi(definition)), operations);
    }

    private static Retrofit retrofit(Engine engine, Moshi moshi) {
        RetryingCalls calls = new RetryingCalls(engine);
        Failures failures = new Failures(engine, moshi);
        calls.failures(failures);
        return new Retrofit.Builder()
                .baseUrl(engine.baseUrl())
                .callFactory(calls)
                .addCallAdapterFactory(new ApiCallAdapters(calls, failures, moshi))
                .addConverterFactory(new JsonRequests(moshi))
                .build();
    }

    private static Moshi moshi(ClientDefinition definition) {
        Moshi.Builder moshi = new Moshi.Builder();
        for (JsonAdapter.Factory factory : definition.adapters()) {
            moshi.add(factory);
        }
        return moshi.build();
    }

    private static List<OperationSpec> operations(ClientDefinition definition) {
        List<OperationSpec> found = new ArrayList<>();
        for (Class<?> service : definition.services()) {
            for (Method method : service.getDeclaredMethods()) {
                if (Modifier.isAbstract(method.getModifiers())) {
                    found.add(OperationSpec.of(method));
                }
            }
        }
        found.sort(Comparator.comparing(OperationSpec::key).thenComparing(OperationSpec::name));
        return List.copyOf(found);
    }

    private static void checkSchemes(ClientInputs inputs, List<OperationSpec> operations) {
        ClientDefinition definition = inputs.definition();
        for (OperationSpec operation : operations) {
            for (List<String> alternative : operation.alternatives()) {
                for (String scheme : alternative) {
                    if (!definition.schemes().containsKey(scheme)) {
                        throw new IllegalArgumentException(definition.vendor() + " " + operation.name()
                                + " needs the security scheme " + scheme + ", which the client does not define"
                                + NearestName.hint(scheme, definition.schemes().keySet()));
                    }
                }
            }
        }
        inputs.operations().forEach((name, options) -> {
            for (String scheme : options.credentialSchemes()) {
                if (!definition.schemes().containsKey(scheme)) {
                    throw new IllegalArgumentException(definition.vendor() + " has no security scheme '" + scheme
                            + "' (options of operation " + name + ")"
                            + NearestName.hint(scheme, definition.schemes().keySet()));
                }
            }
        });
    }

    private static HttpUrl baseUrl(ClientInputs inputs) {
        String vendor = inputs.definition().vendor();
        String locked = inputs.definition().baseUrl();
        String said = inputs.baseUrl();
        String configured = inputs.config().get(vendor + ".base-url");
        String text = said != null ? said : configured != null ? configured.strip() : locked;
        return BaseUrls.check(
                vendor,
                text,
                locked,
                hosts(inputs.allowedHosts(), inputs.config(), vendor + ".allow-host"),
                hosts(inputs.plainHosts(), inputs.config(), vendor + ".allow-http"));
    }

    private static Set<String> hosts(Set<String> said, Config config, String name) {
        TreeSet<String> hosts = new TreeSet<>(said);
        @Nullable String configured = config.get(name);
        if (configured != null) {
            for (String host : configured.split(",", -1)) {
                if (!host.isBlank()) {
                    hosts.add(host.strip());
                }
            }
        }
        return hosts;
    }

    @Override
    public String vendor() {
        return engine.vendor();
    }

    @Override
    public HttpUrl baseUrl() {
        return engine.baseUrl();
    }

    @Override
    public <S> S service(Class<S> retrofitInterface) {
        return retrofitInterface.cast(services.computeIfAbsent(retrofitInterface, retrofit::create));
    }

    @Override
    public List<OperationPolicy> operations() {
        return engine.policies().list(operations);
    }

    @Override
    public int connectionCount() {
        return engine.http().connectionPool().connectionCount();
    }

    @Override
    public int idleConnectionCount() {
        return engine.http().connectionPool().idleConnectionCount();
    }

    /** Vendor and address; no credential. */
    @Override
    public String toString() {
        return engine.definition().toString();
    }
}
