package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.openapi.overlay.Overlay;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftCommandTest {
    private static final String THINGS = """
                Thing:
                  type: object
                  required: [id]
                  properties:
                    id:
                      type: string
                    state:
                      $ref: '#/components/schemas/State'
                    parts:
                      type: array
                      items:
                        type: object
                        properties:
                          a.b:
                            type: string
                    extra:
                      type: object
                      additionalProperties:
                        allOf:
                          - $ref: '#/components/schemas/Thing'
                State:
                  type: string
                  enum: ['on', 'off']
            """;

    @TempDir
    Path root;

    private Repository repository;

    @BeforeEach
    void lock() {
        String page = Repository.page()
                .replace(
                        "    Thing:\n      type: object\n      properties:\n        id:\n          type: string\n",
                        THINGS);
        repository = Repository.in(root).write("first/things/end.md", page);
        Repository.Run run = repository.run("update", "--from", repository.path("first"));
        assertEquals(0, run.code(), run.err() + run.out());
    }

    private static String line(String kind, int status, String name, String path, long count) {
        return "{\"drift\":\"" + kind + "\",\"vendor\":\"things\",\"operation\":\"endThing\",\"status\":" + status
                + ",\"type\":\"Thing\",\"name\":\"" + name + "\",\"path\":\"" + path + "\",\"count\":" + count + "}\n";
    }

    private Repository.Run drift(String log, String... more) {
        repository.write("app.log", log);
        String[] args = new String[more.length + 2];
        args[0] = "drift";
        args[1] = repository.path("app.log");
        System.arraycopy(more, 0, args, 2, more.length);
        return repository.run(args);
    }

    /** The locked spec with the printed overlay over it. */
    private JsonNode applied(String overlay) throws Exception {
        ObjectNode spec = (ObjectNode)
                SpecReader.read(root.resolve("specs/things/openapi.yaml")).root();
        return Overlay.of(SpecReader.parse(overlay, "proposed.yaml"))
                .apply(spec)
                .root();
    }

    @Test
    void whatAnswersShowedBecomesAnOverlay() throws Exception {
        Repository.Run run = drift(line("unknown-property", 200, "color", "$.color", 1)
                + line("unknown-property", 200, "color", "$.color", 10)
                + line("unknown-enum-value", 200, "", "$.state", 1)
                + line("undocumented-status", 401, "", "$", 1)
                + line("missing-property", 200, "id", "$.id", 1));

        assertEquals("""
                # for specs/things/overlay.yaml
                overlay: 1.0.0
                info:
                  title: What calls in production showed of things
                  version: 1.0.0
                actions:
                  - target: $.components.schemas.Thing
                    description: Answers have the property color. Add its schema.
                    update:
                      properties:
                        color:
                          x-lockstep-evidence: Seen in production at least 10 times, in 200 of POST /things/{id}/end.
                  - target: $.components.schemas.Thing
                    description: Answers lack id. Take it out of required.
                    update:
                      properties:
                        id:
                          x-lockstep-evidence: Seen in production at least 1 time, in 200 of POST /things/{id}/end.
                  - target: $.components.schemas.State
                    description: Answers have a value that the enum lacks. Append the one that the vendor names.
                    update:
                      enum: []
                      x-lockstep-evidence: Seen in production at least 1 time, in 200 of POST /things/{id}/end.
                  - target: $.paths['/things/{id}/end'].post.responses
                    description: Answers have the status 401. Add its body, if the vendor names one.
                    update:
                      '401':
                        description: Not documented by the vendor.
                        x-lockstep-evidence: Seen in production at least 1 time, in 401 of POST /things/{id}/end.
                """, run.out());
        assertEquals(
                "5 lines: 5 with an event, 0 with one that cannot be read, 0 others; 4 actions proposed\n", run.err());
        assertEquals(0, run.code());
        JsonNode spec = applied(run.out());
        assertEquals(true, spec.at("/components/schemas/Thing/properties/color").isObject());
        assertEquals(2, spec.at("/components/schemas/State/enum").size());
        assertEquals(true, spec.at("/paths/~1things~1{id}~1end/post/responses").has("401"));
    }

    @Test
    void eachWayNotToFitSaysWhatToDo() throws Exception {
        Repository.Run run = drift(line("missing-property", 200, "id", "$.id", 1)
                + line("null-property", 200, "id", "$.id", 1)
                + line("mistyped-property", 200, "id", "$.id", 1));

        assertEquals(
                List.of(
                        "Answers lack id. Take it out of required.",
                        "Answers have another type as id. Correct its schema.",
                        "Answers have null as id. Make it nullable."),
                run.out()
                        .lines()
                        .filter(line -> line.contains("description: Answers"))
                        .map(line -> line.strip().substring("description: ".length()))
                        .toList());
        assertEquals(
                true,
                applied(run.out()).at("/components/schemas/Thing/properties/id").isObject());
    }

    @Test
    void anAnnouncedEndIsOneActionThatKeepsEarlierEvidence() throws Exception {
        String sunset = line("sunset", 200, "Sunset", "$", 1)
                .replace("\"count\"", "\"date\":\"2026-12-31T23:59:59Z\",\"count\"");
        Repository.Run run = drift(sunset + line("deprecation", 200, "Deprecation", "$", 1));

        JsonNode operation = applied(run.out()).at("/paths/~1things~1{id}~1end/post");
        assertEquals(true, operation.path("deprecated").asBoolean());
        assertEquals(
                "Ending twice is fine. Seen in production at least 2 times, in 200 of POST /things/{id}/end.",
                operation.path("x-lockstep-evidence").asText());
        assertEquals(
                true,
                run.out()
                        .contains(
                                "description: The vendor announces the end of the operation for 2026-12-31T23:59:59Z."),
                run.out());
        assertEquals(1, run.out().split("- target", -1).length - 1);
    }

    @Test
    void placesInListsMapsAndReferences() throws Exception {
        Repository.Run run = drift(line("unknown-property", 200, "x", "$.parts[*].x", 1)
                + line("mistyped-property", 200, "a.b", "$.parts[*].a.b", 1)
                + line("unknown-enum-value", 200, "", "$.extra.any key.state", 1)
                + line("unknown-property", 200, "y", "$.extra.k.extra.l.y", 1));

        assertEquals(
                """
                $.components.schemas.State
                $.components.schemas.Thing
                $.components.schemas.Thing.properties.parts.items
                $.components.schemas.Thing.properties.parts.items
                """,
                run.out()
                        .lines()
                        .filter(line -> line.contains("- target: "))
                        .map(line -> line.strip().substring("- target: ".length()))
                        .sorted()
                        .reduce("", (a, b) -> a + b + "\n"));
        applied(run.out());
    }

    @Test
    void garbageIsCountedAndNamed() {
        String good = line("unknown-property", 200, "color", "$.color", 1);
        Repository.Run run = drift("started\n"
                + good.replace("unknown-property", "surprise")
                + good.replace("\"vendor\":\"things\"", "\"vendor\":\"../things\"")
                + good.replace("200", "\"200\"")
                + good.replace("$.color", "color")
                + good.replace(":1}", ":0}")
                + good.replace(",\"operation\":\"endThing\"", "")
                + good.replace("\"color\"", "\"" + "x".repeat(301) + "\"")
                + good.substring(0, 60) + "\n"
                + good
                + "\n");

        assertEquals("""
                LOG:2: unknown kind of drift 'surprise'
                LOG:3: '../things' is no vendor's name
                LOG:4: status is no HTTP status
                LOG:5: path does not begin with $
                LOG:6: count is no positive number
                LOG:7: operation is missing
                LOG:8: name is longer than 300 characters
                LOG:9: holds an event that is cut off or no JSON
                11 lines: 1 with an event, 8 with one that cannot be read, 2 others; 1 action proposed
                """.replace("LOG", repository.path("app.log")), run.err());
        assertEquals(0, run.code());
    }

    @Test
    void onlyTheFirstTwentyAreNamed() {
        Repository.Run run = drift("{\"drift\":1}\n".repeat(25) + "x".repeat((1 << 20) + 1) + "\n");

        assertEquals(22, run.err().lines().count(), run.err());
        assertEquals(true, run.err().contains("\n… and 6 more lines of that kind\n"), run.err());
    }

    @Test
    void eventsInsideOfOtherLines() throws Exception {
        String event = line("unknown-property", 200, "color", "$.color", 1).strip();
        String inJson = new ObjectMapper()
                .createObjectNode()
                .put("level", "WARN")
                .put("message", event)
                .put("thread", "main")
                .toString();
        Repository.Run run = drift("2026-11-21 12:00:00 WARN [main] dev.lockstep.drift - " + event + " {k=v}\r\n"
                + inJson + "\n{\"log\": \"WARNING: " + event.replace("\"", "\\\"") + "\\n\", \"stream\": \"stderr\"}");

        assertEquals(true, run.out().contains("Seen in production at least 3 times, in 200"), run.out());
        assertEquals(
                "3 lines: 3 with an event, 0 with one that cannot be read, 0 others; 1 action proposed\n", run.err());
    }

    @Test
    void whatHasNoPlaceIsNamed() {
        Repository.Run run = drift(line("unknown-property", 200, "x", "$.nowhere.x", 1)
                + line("unknown-property", 404, "x", "$.x", 1)
                + line("sunset", 200, "Sunset", "$", 1).replace("endThing", "startThing")
                + line("sunset", 200, "Sunset", "$", 1).replace("\"things\"", "\"thing\""));

        assertEquals("", run.out());
        assertEquals("""
                unknown vendor thing; did you mean things? (kinds of drift: 1)
                things endThing 200: unknown-property x at $.nowhere.x: the locked spec has no such place
                things endThing 404: unknown-property x at $.x: the locked spec has no such place
                things startThing 200: sunset Sunset at $: the locked client has no operation startThing
                4 lines: 4 with an event, 0 with one that cannot be read, 0 others; 0 actions proposed
                """, run.err());
        assertEquals(0, run.code());
    }

    @Test
    void forMachines() throws Exception {
        Repository.Run run = drift(
                "other\n{\"drift\":1}\n" + line("unknown-property", 200, "color", "$.color", 1)
                        + line("unknown-property", 404, "x", "$.x", 1)
                        + line("sunset", 200, "Sunset", "$", 1).replace("\"things\"", "\"thing\""),
                "--format",
                "json");

        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals(5, json.path("lines").asInt());
        assertEquals(1, json.path("others").asInt());
        assertEquals(1, json.path("malformed").asInt());
        assertEquals(
                repository.path("app.log") + ":2: drift is missing",
                json.at("/named/0").asText());
        assertEquals("things", json.at("/vendors/0/vendor").asText());
        assertEquals(
                "$.components.schemas.Thing",
                json.at("/vendors/0/overlay/actions/0/target").asText());
        assertEquals(1, json.at("/vendors/0/unplaced").size());
        assertEquals(1, json.path("unknown").size());
        assertEquals(1, run.out().lines().count());
    }

    @Test
    void standardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(
                line("unknown-property", 200, "color", "$.color", 100).getBytes(StandardCharsets.UTF_8)));
        try {
            Repository.Run run = repository.run("drift");
            assertEquals(true, run.out().contains("at least 100 times"), run.out());
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void anUnreadableLogIsAnError() {
        Repository.Run run = repository.run("drift", repository.path("no.log"));
        assertEquals(3, run.code());
        assertEquals(true, run.err().startsWith("lockstep: cannot read " + repository.path("no.log")), run.err());
    }

    @Test
    void sameLogSameBytesWhateverItsOrder() {
        String a = line("unknown-property", 200, "color", "$.color", 1);
        String b = line("unknown-enum-value", 200, "", "$.state", 1);
        String c = line("unknown-property", 200, "color", "$.color", 10);
        assertEquals(drift(a + b + c).out(), drift(c + b + a).out());
    }
}
