package dev.lockstep.contract;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.Config;
import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.DriftListener;
import dev.lockstep.client.RetryPolicy;
import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.SchemeModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.RequestBody;

/** A server on loopback and a client that knows the credentials of some schemes. One attempt a call. */
final class Session implements AutoCloseable {
    private final ContractClient locked;
    private final Values values;
    private final MockWebServer server = new MockWebServer();
    private final List<DriftEvent> drift = new CopyOnWriteArrayList<>();
    private final Object client;

    /**
     * @param schemes whose credentials are configured
     */
    Session(ContractClient locked, Collection<String> schemes) throws Exception {
        this.locked = locked;
        this.values = new Values(locked);
        server.start();
        Object builder = ContractClient.call(locked.load(locked.model().className()), "builder");
        DriftListener listener = drift::add;
        ContractClient.call(builder, "baseUrl", "http://127.0.0.1:" + server.getPort() + locked.basePath());
        ContractClient.call(builder, "config", Config.of(configuration(schemes)));
        ContractClient.call(builder, "retry", RetryPolicy.builder().attempts(1).build());
        ContractClient.call(builder, "driftListener", listener);
        this.client = ContractClient.call(builder, "build");
    }

    private Map<String, String> configuration(Collection<String> schemes) {
        Map<String, String> configuration = new TreeMap<>();
        for (SchemeModel scheme : locked.model().schemes()) {
            if (schemes.contains(scheme.name())) {
                String name = locked.model().vendor() + "." + scheme.suffix();
                if (scheme.kind() == SchemeModel.Kind.BASIC) {
                    configuration.put(name + ".username", "user");
                    configuration.put(name + ".password", Carriers.credential(scheme.name()));
                } else {
                    configuration.put(name, Carriers.credential(scheme.name()));
                }
            }
        }
        return configuration;
    }

    void answer(MockResponse response) {
        server.enqueue(response);
    }

    /** The request of the last call. */
    RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("the server got no request");
        }
        return request;
    }

    int requests() {
        return server.getRequestCount();
    }

    /** What the client found to differ from the spec since the last call. */
    List<DriftEvent> drift() {
        List<DriftEvent> events = List.copyOf(drift);
        drift.clear();
        return events;
    }

    /** A call of an operation with one of its bodies, with all that is required. */
    ApiCall<?> call(OperationModel operation, int body) throws Exception {
        List<Object> arguments = new ArrayList<>();
        for (ParameterModel parameter : operation.parameters()) {
            if (parameter.argument()) {
                arguments.add(values.of(parameter.type()));
            }
        }
        if (!operation.bodies().isEmpty()) {
            BodyModel sent = operation.bodies().get(body);
            arguments.add(
                    switch (sent.kind()) {
                        case TEXT -> "some text";
                        case BINARY -> RequestBody.create("some text", null);
                        case FORM, MULTIPART -> values.fields(sent.type());
                        default -> values.of(sent.type());
                    });
        }
        if (operation.options() != null
                && operation.options().properties().stream().anyMatch(PropertyModel::required)) {
            arguments.add(values.built(operation.options()));
        }
        Object api = ContractClient.call(client, accessor(operation));
        return (ApiCall<?>) ContractClient.call(api, operation.name(body), arguments.toArray());
    }

    private String accessor(OperationModel operation) {
        return locked.model().apis().stream()
                .filter(api -> api.operations().contains(operation))
                .map(ApiModel::accessor)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
