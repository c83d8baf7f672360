package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.json.JsonValue;
import dev.lockstep.client.json.Upload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of request body as it is on the wire. */
class BodyWireTest {
    private static final String DOCUMENT = """
            paths:
              /json: {post: {operationId: sendJson, tags: [b], requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'204': {description: x}}}}
              /json-optional: {post: {operationId: sendMaybe, tags: [b], requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'204': {description: x}}}}
              /json-list: {put: {operationId: sendList, tags: [b], requestBody: {required: true, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}, responses: {'204': {description: x}}}}
              /merge: {patch: {operationId: sendMerge, tags: [b], requestBody: {required: true, content: {application/merge-patch+json: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'204': {description: x}}}}
              /form: {post: {operationId: sendForm, tags: [b], requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'204': {description: x}}}}
              /multipart: {post: {operationId: sendParts, tags: [b], requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, required: [file, name], properties: {file: {type: string, format: binary}, pages: {type: array, items: {type: string, format: binary}}, name: {type: string}, count: {type: integer}, tags: {type: array, items: {type: string}}, owner: {$ref: '#/components/schemas/Owner'}, either: {oneOf: [{type: array, items: {type: string, format: binary}}, {type: string, format: binary}, {$ref: '#/components/schemas/Owner'}]}}}}}}, responses: {'204': {description: x}}}}
              /parts-optional: {post: {operationId: sendMaybeParts, tags: [b], requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}, tags: {type: array, items: {type: string}}, note: {type: string, nullable: true}}}}}}, responses: {'204': {description: x}}}}
              /parts-any: {post: {operationId: sendAnyParts, tags: [b], requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, additionalProperties: {type: string}}}}}, responses: {'204': {description: x}}}}
              /parts-mixed: {post: {operationId: sendMixedParts, tags: [b], requestBody: {required: true, content: {multipart/mixed: {schema: {}}}}, responses: {'204': {description: x}}}}
              /octets: {put: {operationId: sendOctets, tags: [b], requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}, responses: {'204': {description: x}}}}
              /image: {put: {operationId: sendImage, tags: [b], requestBody: {required: true, content: {image/png: {schema: {type: string, format: binary}}}}, responses: {'204': {description: x}}}}
              /text: {post: {operationId: sendText, tags: [b], requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}, responses: {'204': {description: x}}}}
              /several: {post: {operationId: sendSeveral, tags: [b], requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Owner'}}, application/json: {schema: {$ref: '#/components/schemas/Owner'}}, text/plain: {schema: {type: string}}}}, responses: {'204': {description: x}}}}
              /delete: {delete: {operationId: removeMany, tags: [b], requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}, responses: {'204': {description: x}}}}
            components:
              schemas:
                Owner: {type: object, required: [name], properties: {name: {type: string}}}
                Pet: {type: object, required: [name], properties: {name: {type: string}, tags: {type: array, items: {type: string}}, owner: {$ref: '#/components/schemas/Owner'}, owners: {type: array, items: {$ref: '#/components/schemas/Owner'}}, age: {type: integer, nullable: true}, vip: {type: boolean}}}
            """;
    private static final String PET =
            "{\"name\":\"R\u00e9x & co\",\"tags\":[\"a\",\"b c\"],\"owner\":{\"name\":\"Ann\"},\"owners\":[{\"name\":\"Bo\"}],\"age\":null,\"vip\":true}";

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

    private static String text(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }

    private static String contentType(RecordedRequest request) {
        return String.valueOf(request.getHeaders().get("Content-Type"));
    }

    @Test
    void jsonKeepsNullAndLeavesOutWhatIsAbsent() throws Exception {
        RecordedRequest request = wire.request("sendJson", wire.value("Pet", PET));
        assertEquals(PET, text(request));
        assertTrue(contentType(request).startsWith("application/json"), contentType(request));
        assertEquals("{\"name\":\"x\"}", text(wire.request("sendJson", wire.options("Pet", "name", "x"))));
    }

    @Test
    void anOptionalBodyMayBeLeftOut() throws Exception {
        assertEquals(0, wire.request("sendMaybe", new Object[] {null}).getBodySize());
        assertEquals(PET, text(wire.request("sendMaybe", wire.value("Pet", PET))));
    }

    @Test
    void aListIsABody() throws Exception {
        assertEquals("[{\"name\":\"x\"}]", text(wire.request("sendList", List.of(wire.options("Pet", "name", "x")))));
    }

    @Test
    void aJsonMediaTypeIsSentAsDocumented() throws Exception {
        RecordedRequest request = wire.request("sendMerge", wire.value("Pet", PET));
        assertEquals("application/merge-patch+json", contentType(request).replaceFirst(";.*", ""));
        assertEquals(PET, text(request));
    }

    @Test
    void formRepeatsListsAndBracketsObjects() throws Exception {
        RecordedRequest request = wire.request("sendForm", wire.value("Pet", PET));
        assertEquals("application/x-www-form-urlencoded", contentType(request));
        assertEquals(
                "name=R%C3%A9x+%26+co&tags=a&tags=b+c&owner%5Bname%5D=Ann&owners%5B0%5D%5Bname%5D=Bo&vip=true",
                text(request));
    }

    @Test
    void multipartHasFilesFieldsAndJson() throws Exception {
        Object parts = wire.options(
                "SendPartsRequest",
                "file",
                Upload.of("a.bin", new byte[] {1, 2, 3}).withMediaType("image/png"),
                "pages",
                List.of(Upload.of("p1", new byte[] {4}), Upload.of("p2", new byte[] {5})),
                "name",
                "Rex",
                "count",
                3L,
                "tags",
                List.of("x", "y"),
                "owner",
                wire.options("Owner", "name", "Ann"));
        RecordedRequest request = wire.request("sendParts", parts);
        assertTrue(contentType(request).startsWith("multipart/form-data; boundary="), contentType(request));
        String boundary = contentType(request).replaceFirst(".*boundary=", "");
        String[] sent = text(request).split("--" + boundary, -1);
        assertEquals(10, sent.length, text(request));
        assertTrue(sent[1].contains("name=\"file\"; filename=\"a.bin\""), sent[1]);
        assertTrue(sent[1].contains("Content-Type: image/png"), sent[1]);
        assertTrue(sent[1].endsWith("\u0001\u0002\u0003\r\n"), sent[1]);
        assertTrue(sent[2].contains("name=\"pages\"; filename=\"p1\""), sent[2]);
        assertTrue(sent[3].contains("name=\"pages\"; filename=\"p2\""), sent[3]);
        assertTrue(sent[4].contains("name=\"name\"") && sent[4].endsWith("\r\n\r\nRex\r\n"), sent[4]);
        assertTrue(sent[5].endsWith("\r\n\r\n3\r\n"), sent[5]);
        assertTrue(sent[7].contains("name=\"tags\"") && sent[7].endsWith("\r\n\r\ny\r\n"), sent[7]);
        assertTrue(sent[8].contains("Content-Type: application/json"), sent[8]);
        assertTrue(sent[8].endsWith("\r\n\r\n{\"name\":\"Ann\"}\r\n"), sent[8]);
    }

    @Test
    void aFileMayBeAVariant() throws Exception {
        Class<?> either = wire.compiled().type("SendPartsRequestEither");
        Upload upload = Upload.of("e.bin", new byte[] {7});
        Object one = Objects.requireNonNull(Wire.call(either, null, "ofUpload", upload));
        Object many = Objects.requireNonNull(Wire.call(either, null, "ofUploadList", List.of(upload, upload)));
        Object none = Objects.requireNonNull(Wire.call(either, null, "ofOwner", wire.options("Owner", "name", "Ann")));

        String file = "name=\"either\"; filename=\"e.bin\"";
        assertEquals(1, either(one).split(file, -1).length - 1);
        assertEquals(2, either(many).split(file, -1).length - 1);
        assertTrue(either(none).contains("{\"name\":\"Ann\"}"), either(none));
    }

    private static String either(Object value) throws Exception {
        Upload file = Upload.of("a.bin", new byte[] {1});
        return text(wire.request(
                "sendParts", wire.options("SendPartsRequest", "file", file, "name", "Rex", "either", value)));
    }

    @Test
    void multipartWithoutPartsIsItsClosingDelimiter() throws Exception {
        for (RecordedRequest request : List.of(
                wire.request("sendMaybeParts", wire.options("SendMaybePartsRequest")),
                wire.request("sendMaybeParts", wire.options("SendMaybePartsRequest", "tags", List.of())),
                wire.request("sendMaybeParts", wire.value("SendMaybePartsRequest", "{\"note\":null}")),
                wire.request("sendAnyParts", Map.of()),
                wire.request("sendMixedParts", JsonValue.of(Map.of())))) {
            String type = contentType(request);
            assertTrue(type.matches("multipart/(form-data|mixed); boundary=[-0-9a-f]{36}"), type);
            String body = "--" + type.replaceFirst(".*boundary=", "") + "--\r\n";
            assertEquals(body, text(request));
            assertEquals(String.valueOf(body.length()), request.getHeaders().get("Content-Length"));
        }
        assertEquals(0, wire.request("sendMaybeParts", new Object[] {null}).getBodySize());
    }

    @Test
    void bytesAreSentAsTheyAre() throws Exception {
        ByteString bytes = ByteString.of((byte) 0, (byte) 0xff, (byte) 10);
        RecordedRequest request = wire.request("sendOctets", RequestBody.create(bytes, null));
        assertEquals(bytes, request.getBody());
        assertEquals("application/octet-stream", contentType(request));
        assertEquals("image/png", contentType(wire.request("sendImage", RequestBody.create(bytes, null))));
        RequestBody own = RequestBody.create(bytes, MediaType.get("image/webp"));
        assertEquals("image/webp", contentType(wire.request("sendImage", own)));
    }

    @Test
    void textIsUtf8() throws Exception {
        RecordedRequest request = wire.request("sendText", "h\u00e9 {}");
        assertEquals("h\u00e9 {}", text(request));
        assertEquals("text/plain; charset=utf-8", contentType(request));
    }

    @Test
    void eachMediaTypeHasItsMethod() throws Exception {
        Object owner = wire.options("Owner", "name", "Ann Bo");
        assertEquals("{\"name\":\"Ann Bo\"}", text(wire.request("sendSeveral", owner)));
        assertEquals("name=Ann+Bo", text(wire.request("sendSeveralAsForm", owner)));
        assertEquals("Ann", text(wire.request("sendSeveralAsText", "Ann")));
    }

    @Test
    void deleteHasABody() throws Exception {
        RecordedRequest request = wire.request("removeMany", wire.options("Owner", "name", "Ann"));
        assertEquals("DELETE", request.getMethod());
        assertEquals("{\"name\":\"Ann\"}", text(request));
    }
}
