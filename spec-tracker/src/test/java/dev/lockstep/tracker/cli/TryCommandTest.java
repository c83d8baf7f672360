package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One call by hand: what is sent, what is told, and what is never told. */
class TryCommandTest {
    private static final String KEY = "canary0-key";

    @TempDir
    Path root;

    private final MockWebServer server = new MockWebServer();
    private Repository repository;

    @BeforeEach
    void start() throws Exception {
        server.start();
        repository = Repository.locked(root).environment(Map.of("THINGS_API_KEY", KEY));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Repository.Run attempt(String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "try";
        all[1] = "things";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[all.length - 2] = "--base-url";
        all[all.length - 1] = "http://127.0.0.1:" + server.getPort();
        Repository.Run run = repository.run(all);
        assertFalse((run.out() + run.err()).contains("canary0"), run.out() + run.err());
        return run;
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    @Test
    void answerAsDocumented() throws Exception {
        server.enqueue(answer(200, "{\"id\":\"t1\"}")
                .newBuilder()
                .addHeader("Set-Cookie", "s=1")
                .build());

        Repository.Run run = attempt("endThing", "id=t1");

        assertEquals("""
                > POST http://127.0.0.1:%d/things/t1/end
                > x-api-key: *** (THINGS_API_KEY)
                > User-Agent: lockstep-things/1.0.0 okhttp/%s

                < 200 OK
                < Content-Type: application/json
                < Content-Length: 11
                < Set-Cookie: ***
                <\s
                < {"id":"t1"}

                200, as documented
                """.formatted(server.getPort(), okhttp3.OkHttp.VERSION), run.out());
        assertEquals(0, run.code(), run.err());
        RecordedRequest request = server.takeRequest();
        assertEquals(KEY, request.getHeaders().get("x-api-key"));
        assertEquals("/things/t1/end", request.getTarget());
    }

    @Test
    void operationByItsKey() {
        server.enqueue(answer(200, "{}"));

        assertEquals(0, attempt("POST /things/{thing}/end", "id=t1").code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"id\":\"t1\",\"extra\":1} | differs: a property that the spec does not have: extra at $.extra",
                "200 | {\"id\":[]} | differs: a property of another type than the spec's: id at $.id",
                "404 | {} | differs: status 404, which the spec does not have",
            })
    void answerThatDiffers(int status, String body, String difference) {
        server.enqueue(answer(status, body));

        Repository.Run run = attempt("endThing", "id=t1");

        assertTrue(run.out().endsWith("\n" + difference + "\n"), run.out());
        assertEquals(1, run.code());
    }

    @Test
    void answerThatIsNoJson() {
        server.enqueue(answer(200, "<html>"));

        Repository.Run run = attempt("endThing", "id=t1");

        assertTrue(run.out().contains("\ndiffers: things endThing: "), run.out());
        assertEquals(1, run.code());
    }

    @Test
    void keysUnderEscapesAreMasked() {
        server.enqueue(answer(401, "{\"why\":\"CANARY0&#x2d;KEY, canary0%2Dkey\",\"\\u0063anary0\\u002Dkey\":1}")
                .newBuilder()
                .setHeader("X-Echo", "Y2FuYXJ5MC1rZXk")
                .build());

        Repository.Run run = attempt("endThing", "id=t1");

        assertTrue(run.out().contains("< {\"why\":\"***, ***\",\"***\":1}\n"), run.out());
        assertTrue(run.out().contains("< X-Echo: ***\n"), run.out());
    }

    @Test
    void aLongAnswerOfAlmostSecretsTakesNoLongTime() {
        server.enqueue(answer(401, "\"" + "token\\\"".repeat(9000) + "\""));

        assertTimeoutPreemptively(java.time.Duration.ofSeconds(30), () -> attempt("endThing", "id=t1"));
    }

    @Test
    void secretsOfTheAnswerAreMasked() {
        server.enqueue(answer(401, "{\"why\":\"bad key canary0-key\",\"access_token\":\"abc\\\"d\"}"));

        Repository.Run run = attempt("endThing", "id=t1");

        assertTrue(run.out().contains("< {\"why\":\"bad key ***\",\"access_token\":\"***\"}\n"), run.out());
        assertEquals(1, run.code());
    }

    @Test
    void noAnswer() {
        server.close();

        Repository.Run run = attempt("endThing", "id=t1");

        assertTrue(run.err().startsWith("lockstep: things endThing"), run.err());
        assertEquals(3, run.code());
    }

    @Test
    void missingKey() {
        repository.environment(Map.of());

        Repository.Run run = attempt("endThing", "id=t1");

        assertEquals(
                "lockstep: things endThing needs the credential apiKey; not set: apiKey. Give it to the client's builder,"
                        + " or set things.api-key (environment variable THINGS_API_KEY). Nothing was sent.\n",
                run.err());
        assertEquals("", run.out());
        assertEquals(3, run.code());
        assertEquals(0, server.getRequestCount());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endThng | id=1 | lockstep: unknown operation endThng of things; did you mean endThing?",
                "endThing | ids=1 | lockstep: endThing needs id=String (path)",
                "endThing | id | 'id' is no parameter; write name=value",
                "endThing | id= | lockstep: path parameter id is blank",
            })
    void mistakes(String operation, String parameter, String message) {
        Repository.Run run = attempt(operation, parameter);

        assertEquals(message, run.err().lines().findFirst().orElse(""));
        assertEquals(2, run.code());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void unknownParameter() {
        Repository.Run run = attempt("endThing", "id=1", "idd=2");

        assertEquals("lockstep: unknown parameter idd; did you mean id?; endThing takes id\n", run.err());
        assertEquals(2, run.code());
    }

    @Test
    void editedSpecIsNotTried() {
        repository.write("specs/things/openapi.yaml", repository.read("specs/things/openapi.yaml") + "#\n");

        Repository.Run run = attempt("endThing", "id=1");

        assertEquals(4, run.code());
        assertTrue(run.err().startsWith("lockstep: specs/things does not match its lock:\n"), run.err());
    }
}
