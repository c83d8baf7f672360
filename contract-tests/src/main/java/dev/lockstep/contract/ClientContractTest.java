package dev.lockstep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiCredentialException;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.BinaryBody;
import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.EventStream;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ResultModel;
import dev.lockstep.generator.model.SchemeModel;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecOperation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs in each client's module, on that client. A server that keeps to the locked spec answers every operation with every
 * documented status; what is sent, what comes back and who is told which credential are held against the spec itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public final class ClientContractTest {
    /** What needs no body to be wrong: a header or status says it. */
    private static final Set<DriftEvent.Kind> SAID_ELSEWHERE =
            Set.of(DriftEvent.Kind.DEPRECATION, DriftEvent.Kind.SUNSET);

    private final ContractClient client = ContractClient.of(Path.of(System.getProperty("lockstep.vendor.folder")));

    /** The client calls what the spec lists, no more and no less. */
    @Test
    public void everyOperation() {
        assertEquals(
                client.operations().stream().map(SpecOperation::key).sorted().toList(),
                client.model().operations().stream()
                        .map(OperationModel::key)
                        .sorted()
                        .toList());
    }

    /** Each operation: its request, its documented statuses, its credentials. */
    @TestFactory
    public Stream<DynamicContainer> operations() {
        return client.operations().stream().map(operation -> dynamicContainer(operation.key(), tests(operation)));
    }

    private List<DynamicTest> tests(SpecOperation operation) {
        OperationModel model = client.model().operations().stream()
                .filter(each -> each.key().equals(operation.key()))
                .findFirst()
                .orElseThrow();
        List<DynamicTest> tests = new ArrayList<>();
        for (int body = 0; body < Math.max(1, model.bodies().size()); body++) {
            int sent = body;
            tests.add(test("sends " + model.name(body), session -> request(session, operation, model, sent)));
        }
        operation.responses().forEach((status, response) -> {
            if (!status.startsWith("1") && !status.equals("407")) { // what no client of HTTP hands to its caller
                tests.add(test(status, session -> status(session, operation, model, status, response)));
            }
        });
        tests.add(test("undocumented status", session -> undocumented(session, operation, model)));
        for (List<String> alternative : new LinkedHashSet<>(operation.security())) {
            tests.add(dynamicTest("with " + alternative, () -> credentials(operation, model, alternative)));
        }
        tests.add(dynamicTest("without credentials", () -> noCredentials(operation, model)));
        return tests;
    }

    /** A call and what is held against the spec of it. */
    private interface Exchange {
        void with(Session session) throws Exception;
    }

    /** A test with every credential, on a server of its own: what one test leaves unread no other one meets. */
    private DynamicTest test(String name, Exchange exchange) {
        return dynamicTest(name, () -> {
            try (Session session = new Session(client, schemes())) {
                exchange.with(session);
            }
        });
    }

    private void request(Session session, SpecOperation operation, OperationModel model, int body) throws Exception {
        answerWithSuccess(session, operation);
        finish(session.call(model, body).executeForResponse());

        RecordedRequest request = session.request();
        assertEquals(operation.method(), request.getMethod());
        assertTrue(Contract.isAt(operation, client.basePath(), request.getTarget()), request::getTarget);
        Set<String> query = request.getUrl().queryParameterNames();
        for (String name : Contract.requiredParameters(operation, "query")) {
            assertTrue(
                    query.stream().anyMatch(each -> each.equals(name) || each.startsWith(name + "[")),
                    () -> name + " is required and not in " + request.getTarget());
        }
        for (String name : Contract.requiredParameters(operation, "header")) {
            assertTrue(request.getHeaders().get(name) != null, () -> "header " + name + " is required and not sent");
        }
        if (!model.bodies().isEmpty()) {
            String documented = model.bodies().get(body).mediaType().split(";", 2)[0];
            String type = Objects.requireNonNullElse(request.getHeaders().get("Content-Type"), "");
            assertTrue(documented.contains("*") || type.startsWith(documented), () -> "sent as " + type);
        }
    }

    private void status(
            Session session, SpecOperation operation, OperationModel model, String documented, Node response)
            throws Exception {
        int status = ContractAnswers.status(documented, operation.responses().keySet());
        ContractAnswers.Answer answer = ContractAnswers.of(operation, status, response);
        assumeTrue(answer != null, "no body can satisfy the documented schema");
        boolean success = status / 100 == 2;
        boolean bodiless = status == 204 || status == 205 || status == 304; // RFC 9110, sections 15.3.5, 15.3.6, 15.4.5
        assumeTrue(!bodiless || response.get("content").value().isEmpty(), "HTTP gives this status no body");
        assumeTrue(!success || Contract.reads(operation, documented), "the client reads another status' body");
        session.answer(Objects.requireNonNull(answer).response());

        if (success) {
            ApiResponse<?> result = session.call(model, 0).executeForResponse();
            assertEquals(status, result.status());
            boolean read = model.result().kind() != ResultModel.Kind.NONE
                    && !answer.mediaType().isEmpty();
            assertEquals(read, result.body() != null);
            finish(result);
        } else {
            ApiCall<?> call = session.call(model, 0);
            assertEquals(
                    status,
                    assertThrows(ApiStatusException.class, call::execute).status());
        }
        session.request();
        assertEquals(List.of(), differences(session.drift(), answer.undeclared()));
    }

    private void undocumented(Session session, SpecOperation operation, OperationModel model) throws Exception {
        Set<String> documented = operation.responses().keySet();
        assumeTrue(!documented.contains("default") && !documented.contains("4XX"), "every status is documented");
        int status = ContractAnswers.status("4XX", documented);
        session.answer(new MockResponse.Builder().code(status).body("why").build());

        ApiCall<?> call = session.call(model, 0);
        ApiStatusException e = assertThrows(ApiStatusException.class, call::execute);

        session.request();
        assertEquals(status, e.status());
        assertEquals("why", operation.method().equals("HEAD") ? "why" : e.rawBody());
        assertEquals(
                List.of(DriftEvent.Kind.UNDOCUMENTED_STATUS),
                session.drift().stream().map(DriftEvent::kind).toList());
    }

    private void credentials(SpecOperation operation, OperationModel model, List<String> alternative) throws Exception {
        SortedMap<String, String> expected = new TreeMap<>();
        for (String scheme : alternative) {
            expected.putAll(Carriers.documented(scheme, operation.scheme(scheme).value()));
        }
        try (Session session = new Session(client, alternative)) {
            answerWithSuccess(session, operation);
            finish(session.call(model, 0).executeForResponse());
            assertEquals(expected, Carriers.found(session.request()));
        }
    }

    private void noCredentials(SpecOperation operation, OperationModel model) throws Exception {
        boolean needed = operation.security().stream()
                .noneMatch(alternative -> alternative.stream()
                        .allMatch(
                                scheme -> operation.scheme(scheme).text("type").equals("mutualTLS")));
        try (Session session = new Session(client, List.of())) {
            if (needed && !operation.security().isEmpty()) {
                ApiCall<?> call = session.call(model, 0);
                assertThrows(ApiCredentialException.class, call::execute);
                assertEquals(0, session.requests());
            } else {
                answerWithSuccess(session, operation);
                finish(session.call(model, 0).executeForResponse());
                assertEquals(new TreeMap<>(), Carriers.found(session.request()));
            }
        }
        if (operation.security().isEmpty()) {
            try (Session all = new Session(client, schemes())) {
                answerWithSuccess(all, operation);
                finish(all.call(model, 0).executeForResponse());
                assertEquals(new TreeMap<>(), Carriers.found(all.request()));
            }
        }
    }

    /** The documented success that the client reads, or a bare 200 where none is documented. */
    private void answerWithSuccess(Session session, SpecOperation operation) {
        String documented = Contract.result(operation);
        Node response = operation.responses().get(documented);
        if (response == null) {
            session.answer(new MockResponse.Builder().code(200).build());
            return;
        }
        int status = documented.equals("default")
                ? 200
                : ContractAnswers.status(documented, operation.responses().keySet());
        ContractAnswers.Answer answer = ContractAnswers.of(operation, status, response);
        assumeTrue(answer != null, "no body can satisfy the documented schema of a success");
        session.answer(Objects.requireNonNull(answer).response());
    }

    private static List<DriftEvent> differences(List<DriftEvent> events, Set<String> undeclared) {
        return events.stream()
                .filter(event -> !SAID_ELSEWHERE.contains(event.kind()) && !undeclared.contains(event.name()))
                .toList();
    }

    /** Streams are read to their end, so that no connection leaks. */
    private static void finish(ApiResponse<?> response) throws Exception {
        if (response.body() instanceof BinaryBody body) {
            body.readAll();
        } else if (response.body() instanceof EventStream<?> events) {
            try (events) {
                while (events.next() != null) {
                    // each event decodes, or next() throws
                }
            }
        }
    }

    private Set<String> schemes() {
        return client.model().schemes().stream().map(SchemeModel::name).collect(Collectors.toSet());
    }
}
