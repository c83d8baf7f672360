package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each parameter style of OpenAPI 3 as it is on the wire (Parameter Object, style examples). */
class ParameterWireTest {
    private static final String DOCUMENT = """
            paths:
              /form/list: {get: {operationId: formList, tags: [p], parameters: [{$ref: '#/components/parameters/color'}], responses: {'204': {description: x}}}}
              /form/list-joined: {get: {operationId: formListJoined, tags: [p], parameters: [{in: query, name: color, required: true, explode: false, schema: {$ref: '#/components/schemas/Colors'}}], responses: {'204': {description: x}}}}
              /form/object: {get: {operationId: formObject, tags: [p], parameters: [{in: query, name: color, required: true, schema: {$ref: '#/components/schemas/Rgb'}}], responses: {'204': {description: x}}}}
              /form/object-joined: {get: {operationId: formObjectJoined, tags: [p], parameters: [{in: query, name: color, required: true, explode: false, schema: {$ref: '#/components/schemas/Rgb'}}], responses: {'204': {description: x}}}}
              /space: {get: {operationId: space, tags: [p], parameters: [{in: query, name: color, required: true, style: spaceDelimited, explode: false, schema: {$ref: '#/components/schemas/Colors'}}], responses: {'204': {description: x}}}}
              /space-exploded: {get: {operationId: spaceExploded, tags: [p], parameters: [{in: query, name: color, required: true, style: spaceDelimited, explode: true, schema: {$ref: '#/components/schemas/Colors'}}], responses: {'204': {description: x}}}}
              /pipe: {get: {operationId: pipe, tags: [p], parameters: [{in: query, name: color, required: true, style: pipeDelimited, explode: false, schema: {$ref: '#/components/schemas/Colors'}}], responses: {'204': {description: x}}}}
              /deep: {get: {operationId: deep, tags: [p], parameters: [{in: query, name: color, required: true, style: deepObject, explode: true, schema: {$ref: '#/components/schemas/Nested'}}], responses: {'204': {description: x}}}}
              /reserved: {get: {operationId: reserved, tags: [p], parameters: [{in: query, name: q, required: true, allowReserved: true, schema: {type: string}}], responses: {'204': {description: x}}}}
              /reserved-list: {get: {operationId: reservedList, tags: [p], parameters: [{in: query, name: q, required: true, allowReserved: true, schema: {type: array, items: {type: string}}}], responses: {'204': {description: x}}}}
              /brackets: {get: {operationId: brackets, tags: [p], parameters: [{in: query, name: 'id[]', required: true, schema: {type: array, items: {type: integer}}}], responses: {'204': {description: x}}}}
              /content: {get: {operationId: content, tags: [p], parameters: [{in: query, name: filter, required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Rgb'}}}}], responses: {'204': {description: x}}}}
              /headers: {get: {operationId: headers, tags: [p], parameters: [{in: header, name: X-Colors, required: true, schema: {$ref: '#/components/schemas/Colors'}}, {in: header, name: X-Rgb, required: true, explode: true, schema: {$ref: '#/components/schemas/Rgb'}}, {in: header, name: X-Filter, required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Rgb'}}}}], responses: {'204': {description: x}}}}
              /cookies: {get: {operationId: cookies, tags: [p], parameters: [{in: cookie, name: session, required: true, schema: {type: string}}, {in: cookie, name: theme, schema: {type: string, enum: [dark, light]}}], responses: {'204': {description: x}}}}
              /path/{id}: {get: {operationId: pathText, tags: [p], parameters: [{in: path, name: id, required: true, schema: {type: string}}], responses: {'204': {description: x}}}}
              /path/{list}/simple: {get: {operationId: pathSimple, tags: [p], parameters: [{in: path, name: list, required: true, schema: {$ref: '#/components/schemas/Colors'}}], responses: {'204': {description: x}}}}
              /path/{rgb}/exploded: {get: {operationId: pathExploded, tags: [p], parameters: [{in: path, name: rgb, required: true, explode: true, schema: {$ref: '#/components/schemas/Rgb'}}], responses: {'204': {description: x}}}}
              /path/{label}/label: {get: {operationId: label, tags: [p], parameters: [{in: path, name: label, required: true, style: label, schema: {$ref: '#/components/schemas/Colors'}}], responses: {'204': {description: x}}}}
              /path/{matrix}/matrix: {get: {operationId: matrix, tags: [p], parameters: [{in: path, name: matrix, required: true, style: matrix, schema: {$ref: '#/components/schemas/Colors'}}], responses: {'204': {description: x}}}}
              /path/{matrix}/matrix-exploded: {get: {operationId: matrixExploded, tags: [p], parameters: [{in: path, name: matrix, required: true, style: matrix, explode: true, schema: {$ref: '#/components/schemas/Colors'}}], responses: {'204': {description: x}}}}
              /kinds/{id}: {get: {operationId: kinds, tags: [p], parameters: [{in: path, name: id, required: true, schema: {type: string, format: uuid}}, {in: query, name: day, required: true, schema: {type: string, format: date}}, {in: query, name: at, required: true, schema: {type: string, format: date-time}}, {in: query, name: price, required: true, schema: {type: number}}, {in: query, name: flag, required: true, schema: {type: boolean}}, {in: query, name: status, required: true, schema: {type: string, enum: [on, off]}}], responses: {'204': {description: x}}}}
              /optional: {get: {operationId: optional, tags: [p], parameters: [{in: query, name: limit, schema: {type: integer, format: int32}}, {in: query, name: q, schema: {type: string}}, {in: header, name: X-Trace, schema: {type: string}}, {in: query, name: filter, style: deepObject, schema: {$ref: '#/components/schemas/Rgb'}}], responses: {'204': {description: x}}}}
              /path/{matrix}/matrix-object: {get: {operationId: matrixObject, tags: [p], parameters: [{in: path, name: matrix, required: true, style: matrix, explode: true, schema: {$ref: '#/components/schemas/Named'}}], responses: {'204': {description: x}}}}
              /path/{json}/json: {get: {operationId: pathJson, tags: [p], parameters: [{in: path, name: json, required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Named'}}}}], responses: {'204': {description: x}}}}
              /path/{status}/enum: {get: {operationId: pathEnum, tags: [p], parameters: [{in: path, name: status, required: true, schema: {type: string, enum: [on, 'a;b,c']}}], responses: {'204': {description: x}}}}
              /path/{union}/union: {get: {operationId: pathUnion, tags: [p], parameters: [{in: path, name: union, required: true, schema: {$ref: '#/components/schemas/Union'}}], responses: {'204': {description: x}}}}
              /path/{n}/{flag}/{day}/{at}/{price}/scalars: {get: {operationId: pathScalars, tags: [p], parameters: [{in: path, name: n, required: true, schema: {type: integer}}, {in: path, name: flag, required: true, schema: {type: boolean}}, {in: path, name: day, required: true, schema: {type: string, format: date}}, {in: path, name: at, required: true, schema: {type: string, format: date-time}}, {in: path, name: price, required: true, schema: {type: number}}], responses: {'204': {description: x}}}}
              /{first}: {get: {operationId: first, tags: [p], parameters: [{in: path, name: first, required: true, schema: {type: string}}, {in: query, name: q, schema: {type: string}}], responses: {'204': {description: x}}}}
              /{first}/repos: {post: {operationId: firstThenMore, tags: [p], parameters: [{in: path, name: first, required: true, schema: {type: string}}], requestBody: {required: true, content: {application/json: {schema: {type: string}}}}, responses: {'204': {description: x}}}}
              /{list}/list: {get: {operationId: firstList, tags: [p], parameters: [{in: path, name: list, required: true, schema: {$ref: '#/components/schemas/Colors'}}], responses: {'204': {description: x}}}}
              /{a}:{b}: {get: {operationId: firstPair, tags: [p], parameters: [{in: path, name: a, required: true, schema: {type: string}}, {in: path, name: b, required: true, schema: {type: string}}], responses: {'204': {description: x}}}}
              /v{version}/x: {get: {operationId: firstPrefixed, tags: [p], parameters: [{in: path, name: version, required: true, schema: {type: integer}}], responses: {'204': {description: x}}}}
              /{id}.json: {delete: {operationId: firstSuffixed, tags: [p], parameters: [{in: path, name: id, required: true, schema: {type: string}}], responses: {'204': {description: x}}}}
              /:batch: {get: {operationId: firstColon, tags: [p], responses: {'204': {description: x}}}}
              /v1:run: {get: {operationId: firstVerb, tags: [p], responses: {'204': {description: x}}}}
              /v1:run/{id}: {get: {operationId: firstVerbOf, tags: [p], parameters: [{in: path, name: id, required: true, schema: {type: string}}], responses: {'204': {description: x}}}}
              /{odd.name}/odd: {get: {operationId: firstOdd, tags: [p], parameters: [{in: path, name: odd.name, required: true, schema: {type: string}}], responses: {'204': {description: x}}}}
              /: {get: {operationId: readRoot, tags: [p], responses: {'204': {description: x}}}}
            components:
              parameters:
                color: {in: query, name: color, required: true, schema: {$ref: '#/components/schemas/Colors'}}
              schemas:
                Colors: {type: array, items: {type: string}}
                Rgb: {type: object, properties: {R: {type: integer}, G: {type: integer}, B: {type: integer}}}
                Named: {type: object, properties: {'a=b': {type: string}, c: {type: string}}}
                Union: {oneOf: [{type: string}, {type: integer}]}
                Nested: {type: object, properties: {name: {type: string}, rgb: {$ref: '#/components/schemas/Rgb'}, tags: {type: array, items: {type: string}}}}
            """;
    private static final List<String> COLORS = List.of("blue", "bl ack", "b,r&n");
    private static final String RGB = "{\"R\":100,\"G\":200,\"B\":150}";

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
    void formRepeatsTheName() throws Exception {
        assertEquals("/form/list?color=blue&color=bl%20ack&color=b%2Cr%26n", wire.target("formList", COLORS));
    }

    @Test
    void formWithoutExplodeJoinsByCommas() throws Exception {
        assertEquals("/form/list-joined?color=blue,bl%20ack,b%2Cr%26n", wire.target("formListJoined", COLORS));
    }

    @Test
    void formSpreadsAnObjectsProperties() throws Exception {
        assertEquals("/form/object?R=100&G=200&B=150", wire.target("formObject", wire.value("Rgb", RGB)));
    }

    @Test
    void formWithoutExplodeJoinsNamesAndValues() throws Exception {
        assertEquals(
                "/form/object-joined?color=R,100,G,200,B,150", wire.target("formObjectJoined", wire.value("Rgb", RGB)));
    }

    @Test
    void spaceDelimited() throws Exception {
        assertEquals("/space?color=blue%20bl%20ack%20b%2Cr%26n", wire.target("space", COLORS));
    }

    @Test
    void spaceDelimitedWithExplodeRepeatsTheName() throws Exception {
        assertEquals("/space-exploded?color=blue&color=bl%20ack&color=b%2Cr%26n", wire.target("spaceExploded", COLORS));
    }

    @Test
    void pipeDelimited() throws Exception {
        assertEquals("/pipe?color=blue%7Cbl%20ack%7Cb%2Cr%26n", wire.target("pipe", COLORS));
    }

    @Test
    void deepObject() throws Exception {
        Object nested = wire.value("Nested", "{\"name\":\"a b\",\"rgb\":" + RGB + ",\"tags\":[\"x\",\"y\"]}");
        assertEquals(
                "/deep?color%5Bname%5D=a%20b&color%5Brgb%5D%5BR%5D=100&color%5Brgb%5D%5BG%5D=200"
                        + "&color%5Brgb%5D%5BB%5D=150&color%5Btags%5D%5B0%5D=x&color%5Btags%5D%5B1%5D=y",
                wire.target("deep", nested));
    }

    @Test
    void reservedCharactersStay() throws Exception {
        // OkHttp encodes = in a value; both spellings are the same to a server.
        assertEquals("/reserved?q=a/b?c%3Dd:[e]%20%26%23", wire.target("reserved", "a/b?c=d:[e] &#"));
    }

    @Test
    void reservedCharactersStayInARepeatedParameter() throws Exception {
        assertEquals("/reserved-list?q=a/b&q=c:d", wire.target("reservedList", List.of("a/b", "c:d")));
    }

    @Test
    void bracketsInAName() throws Exception {
        assertEquals("/brackets?id%5B%5D=1&id%5B%5D=2", wire.target("brackets", List.of(1L, 2L)));
    }

    @Test
    void contentIsJson() throws Exception {
        assertEquals(
                "/content?filter=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D",
                wire.target("content", wire.value("Rgb", RGB)));
    }

    @Test
    void headersAreSimple() throws Exception {
        Object rgb = wire.value("Rgb", RGB);
        RecordedRequest request = wire.request("headers", List.of("blue", "black"), rgb, rgb);
        assertEquals("blue,black", request.getHeaders().get("X-Colors"));
        assertEquals("R=100,G=200,B=150", request.getHeaders().get("X-Rgb"));
        assertEquals(RGB, request.getHeaders().get("X-Filter"));
    }

    @Test
    void cookiesAreOneHeader() throws Exception {
        Object theme = wire.value("CookiesTheme", "\"dark\"");
        Object options = wire.options("CookiesOptions", "theme", theme);
        assertEquals(
                List.of("session=s%201; theme=dark"),
                wire.request("cookies", "s 1", options).getHeaders().values("Cookie"));
        assertEquals(
                List.of("session=s2"),
                wire.request("cookies", "s2").getHeaders().values("Cookie"));
    }

    @Test
    void pathSegmentsAreEncoded() throws Exception {
        assertEquals("/path/a%2Fb%20%C3%A9%3F", wire.target("pathText", "a/b \u00e9?"));
    }

    @Test
    void onlyUnreservedCharactersOfAPathAreBare() throws Exception {
        String reserved = ":/?#[]@!$&'()*+,;=%41 ~._-";
        String encoded = "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%2541%20~._-";
        assertEquals("/path/" + encoded, wire.target("pathText", reserved));
        assertEquals("/path/a%3Bb%2Cc/enum", wire.target("pathEnum", wire.value("PathEnumStatus", "\"a;b,c\"")));
        assertEquals("/path/a%3Bb%2Cc/union", wire.target("pathUnion", wire.value("Union", "\"a;b,c\"")));
        assertEquals(
                "/path/-7/true/2024-02-29/2024-02-29T13%3A00%3A00%2B01%3A00/1000000000.10/scalars",
                wire.target(
                        "pathScalars",
                        -7L,
                        true,
                        LocalDate.of(2024, 2, 29),
                        OffsetDateTime.parse("2024-02-29T13:00:00+01:00"),
                        new BigDecimal("1000000000.10")));
    }

    @Test
    void onlyDelimitersOfAStyleAreBare() throws Exception {
        assertEquals("/path/blue,bl%20ack,b%2Cr%26n/simple", wire.target("pathSimple", COLORS));
        assertEquals("/path/.blue,bl%20ack,b%2Cr%26n/label", wire.target("label", COLORS));
        assertEquals("/path/;matrix=blue,bl%20ack,b%2Cr%26n/matrix", wire.target("matrix", COLORS));
        assertEquals(
                "/path/;matrix=a%3Bb;matrix=c%3Dd/matrix-exploded",
                wire.target("matrixExploded", List.of("a;b", "c=d")));
        Object named = wire.value("Named", "{\"a=b\":\"x;y\",\"c\":\"d\"}");
        assertEquals("/path/;a%3Db=x%3By;c=d/matrix-object", wire.target("matrixObject", named));
    }

    @Test
    void contentOfAPathIsJson() throws Exception {
        Object named = wire.value("Named", "{\"c\":\"d;e\"}");
        assertEquals("/path/%7B%22c%22%3A%22d%3Be%22%7D/json", wire.target("pathJson", named));
    }

    @Test
    void aFirstSegmentMayBeAParameterOrHoldAColon() throws Exception {
        assertEquals("/acme", wire.target("first", "acme"));
        assertEquals(
                "/https%3A%2F%2Fevil.test?q=a%2Fb",
                wire.target("first", "https://evil.test", wire.options("FirstOptions", "q", "a/b")));
        assertEquals("/a%3Ab/repos", wire.target("firstThenMore", "a:b", "body"));
        assertEquals("/blue,bl%20ack,b%2Cr%26n/list", wire.target("firstList", COLORS));
        assertEquals("/a%3Ab:c", wire.target("firstPair", "a:b", "c"));
        assertEquals("/v3/x", wire.target("firstPrefixed", 3L));
        assertEquals("/7.json", wire.target("firstSuffixed", "7"));
        assertEquals("/:batch", wire.target("firstColon"));
        assertEquals("/v1:run", wire.target("firstVerb"));
        assertEquals("/v1:run/a%3Ab", wire.target("firstVerbOf", "a:b"));
        assertEquals("/a%3Ab/odd", wire.target("firstOdd", "a:b"));
        assertThrows(IllegalArgumentException.class, () -> wire.target("first", ".."));
    }

    @Test
    void pathSegmentsThatWouldLeadElsewhereAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> wire.target("pathText", ".."));
        assertThrows(IllegalArgumentException.class, () -> wire.target("pathText", ""));
    }

    @Test
    void pathStyles() throws Exception {
        List<String> colors = List.of("blue", "black");
        assertEquals("/path/blue,black/simple", wire.target("pathSimple", colors));
        assertEquals("/path/R=100,G=200,B=150/exploded", wire.target("pathExploded", wire.value("Rgb", RGB)));
        assertEquals("/path/.blue,black/label", wire.target("label", colors));
        assertEquals("/path/;matrix=blue,black/matrix", wire.target("matrix", colors));
        assertEquals("/path/;matrix=blue;matrix=black/matrix-exploded", wire.target("matrixExploded", colors));
    }

    @Test
    void scalarsHaveTheirOwnText() throws Exception {
        assertEquals(
                "/kinds/123e4567-e89b-12d3-a456-426614174000?day=2024-02-29&at=2024-02-29T13%3A00%3A00Z"
                        + "&price=1000000000.10&flag=true&status=on",
                wire.target(
                        "kinds",
                        UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
                        LocalDate.of(2024, 2, 29),
                        OffsetDateTime.parse("2024-02-29T13:00:00Z"),
                        new BigDecimal("1000000000.10"),
                        true,
                        wire.value("KindsStatus", "\"on\"")));
    }

    @Test
    void whatIsNotGivenIsNotSent() throws Exception {
        RecordedRequest request = wire.request("optional");
        assertEquals("/base/optional", request.getTarget());
        assertNull(request.getHeaders().get("X-Trace"));
        Object options = wire.options("OptionalOptions", "limit", 5, "filter", wire.value("Rgb", "{\"R\":1}"));
        assertEquals("/optional?limit=5&filter%5BR%5D=1", wire.target("optional", options));
    }

    @Test
    void theRootIsNoEmptyPath() throws Exception {
        assertEquals("/", wire.target("readRoot"));
    }
}
