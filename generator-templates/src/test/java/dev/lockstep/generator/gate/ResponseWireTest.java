package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.ApiConflictException;
import dev.lockstep.client.ApiNotFoundException;
import dev.lockstep.client.BinaryBody;
import dev.lockstep.client.EventStream;
import dev.lockstep.client.json.JsonModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of response body as a call gives it. */
class ResponseWireTest {
    private static final String DOCUMENT = """
            paths:
              /model: {get: {operationId: readModel, tags: [r], responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, '404': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}, default: {description: x}}}}
              /list: {get: {operationId: readList, tags: [r], responses: {'200': {description: x, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}}
              /map: {get: {operationId: readMap, tags: [r], responses: {'200': {description: x, content: {application/json: {schema: {type: object, additionalProperties: {type: integer}}}}}}}}
              /scalar: {get: {operationId: readScalar, tags: [r], responses: {'200': {description: x, content: {application/json: {schema: {type: integer}}}}}}}
              /nothing: {get: {operationId: readNothing, tags: [r], responses: {'200': {description: x}}}}
              /text: {get: {operationId: readText, tags: [r], responses: {'200': {description: x, content: {text/csv: {schema: {type: string}}}}}}}
              /binary: {get: {operationId: readBinary, tags: [r], responses: {'200': {description: x, content: {application/pdf: {schema: {type: string, format: binary}}}}}}}
              /events: {get: {operationId: readEvents, tags: [r], responses: {'200': {description: x, content: {text/event-stream: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
              /created: {post: {operationId: readCreated, tags: [r], responses: {'201': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, '202': {description: x}}}}
              /several: {post: {operationId: readSeveral, tags: [r], responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, '202': {description: x, content: {application/json: {schema: {type: object, required: [job], properties: {job: {type: string}}}}}}}}}
            components:
              schemas:
                Problem: {type: object, required: [code], properties: {code: {type: string}}}
                Pet: {type: object, required: [name, kind], properties: {name: {type: string}, kind: {type: string, enum: [cat, dog]}}}
            """;

    @TempDir
    static Path folder;

    private static Wire wire;

    @BeforeAll
    static void start() throws Exception {
        wire = Wire.of(DOCUMENT, folder);
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @Test
    void aModelKeepsWhatIsUnknown() throws Exception {
        wire.answer(200, "application/json", "{\"name\":\"Rex\",\"kind\":\"yeti\",\"age\":[3]}");
        Object pet = wire.execute("readModel");
        assertEquals("Rex", Wire.get(pet, "name"));
        Object kind = Wire.get(pet, "kind");
        assertEquals("yeti", Wire.get(kind, "value"));
        assertEquals(false, Wire.get(kind, "isKnown"));
        assertEquals("{age=[3]}", String.valueOf(((JsonModel<?>) assertNotNullModel(pet)).unknownProperties()));
    }

    private static Object assertNotNullModel(@org.jspecify.annotations.Nullable Object model) {
        assertNotNull(model);
        return java.util.Objects.requireNonNull(model);
    }

    @Test
    void aSuccessWithAMissingPropertyStaysASuccess() throws Exception {
        wire.answer(200, "application/json", "{\"name\":7}");
        Object pet = wire.execute("readModel");
        Exception wrong = assertThrows(RuntimeException.class, () -> Wire.get(pet, "name"));
        assertEquals("Pet.name: expected a string but was a number at path $.name", wrong.getMessage());
        Exception missing = assertThrows(RuntimeException.class, () -> Wire.get(pet, "kind"));
        assertEquals("Pet.kind: required, but missing at path $.kind", missing.getMessage());
    }

    @Test
    void listsMapsAndScalars() throws Exception {
        wire.answer(200, "application/json", "[{\"name\":\"a\",\"kind\":\"cat\"}]");
        assertEquals("a", Wire.get(((List<?>) assertNotNullModel(wire.execute("readList"))).get(0), "name"));
        wire.answer(200, "application/json", "{\"a\":1,\"b\":2}");
        assertEquals(Map.of("a", 1L, "b", 2L), wire.execute("readMap"));
        wire.answer(200, "application/json", "9007199254740993");
        assertEquals(9007199254740993L, wire.execute("readScalar"));
    }

    @Test
    void withoutASchemaTheBodyIsNotParsed() throws Exception {
        wire.answer(200, "text/html", "<p>not JSON");
        assertNull(wire.execute("readNothing"));
    }

    @Test
    void textIsText() throws Exception {
        wire.answer(200, "text/csv; charset=utf-8", "a,b\n\u00e9,2");
        assertEquals("a,b\n\u00e9,2", wire.execute("readText"));
        assertEquals("text/csv", lastAccept());
    }

    private static String lastAccept() throws Exception {
        String accept = "";
        for (int left = wire.server().getRequestCount(); left > 0; left--) {
            mockwebserver3.RecordedRequest request =
                    wire.server().takeRequest(10, java.util.concurrent.TimeUnit.MILLISECONDS);
            accept = request == null
                    ? accept
                    : String.valueOf(request.getHeaders().get("Accept"));
        }
        return accept;
    }

    @Test
    void bytesAreStreamed() throws Exception {
        byte[] bytes = {0, 1, (byte) 0xff};
        wire.server()
                .enqueue(new MockResponse.Builder()
                        .setHeader("Content-Type", "application/pdf")
                        .body(new Buffer().write(bytes))
                        .build());
        try (BinaryBody body = (BinaryBody) assertNotNullModel(wire.execute("readBinary"))) {
            assertEquals("application/pdf", body.contentType());
            assertArrayEquals(bytes, body.readAll());
        }
    }

    @Test
    void eventsAreIterated() throws Exception {
        wire.answer(200, "text/event-stream", """
                : hello

                data: {"name":"a",
                data: "kind":"cat"}

                event: x
                id: 7
                data: {"name":"b","kind":"dog"}

                """);
        List<Object> names = new ArrayList<>();
        try (EventStream<?> events = (EventStream<?>) assertNotNullModel(wire.execute("readEvents"))) {
            for (var event = events.next(); event != null; event = events.next()) {
                names.add(Wire.get(Wire.get(event, "data"), "name"));
            }
        }
        assertEquals(List.of("a", "b"), names);
    }

    @Test
    void errorsHaveTheirDocumentedBody() throws Exception {
        wire.answer(404, "application/json", "{\"code\":\"gone\"}");
        ApiNotFoundException notFound = assertThrows(ApiNotFoundException.class, () -> wire.execute("readModel"));
        assertEquals("gone", Wire.get(notFound.errorBody(wire.compiled().type("Problem")), "code"));
        wire.answer(409, "text/plain", "busy");
        ApiConflictException conflict = assertThrows(ApiConflictException.class, () -> wire.execute("readModel"));
        assertEquals("busy", conflict.rawBody());
    }

    @Test
    void theFirstSuccessWithABodyCounts() throws Exception {
        wire.answer(201, "application/json", "{\"name\":\"new\",\"kind\":\"cat\"}");
        assertEquals("new", Wire.get(wire.execute("readCreated"), "name"));
    }

    @Test
    void severalSuccessBodiesAreOneOfThem() throws Exception {
        wire.answer(202, "application/json", "{\"job\":\"j1\"}");
        Object later = wire.execute("readSeveral");
        wire.answer(200, "application/json", "{\"name\":\"Rex\",\"kind\":\"dog\"}");
        Object now = wire.execute("readSeveral");

        assertEquals("OfAccepted", later == null ? null : later.getClass().getSimpleName());
        assertEquals("j1", Wire.get(Wire.get(later, "value"), "job"));
        assertEquals("OfPet", now == null ? null : now.getClass().getSimpleName());
        assertEquals("Rex", Wire.get(Wire.get(now, "value"), "name"));
    }
}
