package dev.lockstep.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecSanitizerTest {
    private static final String HEAD = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

    private static SpecSanitizer.Sanitized sanitize(String yaml) {
        return SpecSanitizer.sanitize(SpecReader.parse(HEAD + yaml, "s.yaml"), false);
    }

    private static String refusal(String yaml) {
        return Objects.requireNonNull(
                assertThrows(SpecException.class, () -> sanitize(yaml)).getMessage());
    }

    private static List<String> findings(SpecSanitizer.Sanitized sanitized) {
        return sanitized.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    private static String operation(String path, String parameters) {
        return "paths:\n  '%s':\n    get:\n      parameters: [%s]\n      responses: {'204': {description: ok}}\n"
                .formatted(path.replace("'", "''"), parameters);
    }

    @Test
    void extensionsGoAndNamesStay() {
        SpecDocument document = sanitize("""
                        x-root: {$ref: 'file:///etc/passwd'}
                        paths:
                          x-path: 1
                          /a:
                            x-item: 1
                            get:
                              x-lockstep-retry: always
                              parameters: [{name: x-trace, in: header, x-p: 1, schema: {type: string, x-s: 1}}]
                              responses:
                                x-responses: 1
                                '200':
                                  description: ok
                                  headers: {x-rate: {x-h: 1, schema: {type: integer}}}
                                  content:
                                    application/json:
                                      x-m: 1
                                      example: {x-data: 1}
                                      schema:
                                        x-class-extra-annotation: '@P'
                                        default: {x-data: 1}
                                        enum: [{x-data: 1}]
                                        properties: {x-prop: {type: string, x-field-extra-annotation: '@P'}}
                        components:
                          x-comp: 1
                          schemas: {x-schema: {type: object, xml: {x-x: 1}}}
                          securitySchemes: {k: {type: apiKey, in: header, name: X-Key, x-k: 1}}
                        """).document();

        assertEquals("""
                {"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{"/a":{"get":{"parameters":\
                [{"name":"x-trace","in":"header","schema":{"type":"string"}}],"responses":{"200":{"description":"ok",\
                "headers":{"x-rate":{"schema":{"type":"integer"}}},"content":{"application/json":{"example":{"x-data":1},\
                "schema":{"default":{"x-data":1},"enum":[{"x-data":1}],"properties":{"x-prop":{"type":"string"}}}}}}}}}},\
                "components":{"schemas":{"x-schema":{"type":"object","xml":{}}},\
                "securitySchemes":{"k":{"type":"apiKey","in":"header","name":"X-Key"}}}}""", document.root().toString());
    }

    @Test
    void ownExtensionsStayInOurOwnStoreAlone() {
        SpecDocument document =
                SpecReader.parse(HEAD + "paths: {/a: {get: {x-lockstep-retry: always, x-other: 1}}}\n", "s.yaml");

        assertEquals(
                "{\"x-lockstep-retry\":\"always\"}",
                SpecSanitizer.sanitize(document, true)
                        .document()
                        .at("#/paths/~1a/get")
                        .toString());
        assertEquals(
                "{}",
                SpecSanitizer.sanitize(document, false)
                        .document()
                        .at("#/paths/~1a/get")
                        .toString());
        assertTrue(document.at("#/paths/~1a/get").has("x-other"), "the given document stays as it is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9/x",
                "file:///etc/passwd",
                "../x.yaml",
                "classpath:x",
                "//evil/x",
                "x.yaml#/A",
                ""
            })
    void referencesOutOfTheDocumentAreRefused(String reference) {
        String expected = "the reference " + Quote.of(reference)
                + " leads out of the document; only references that begin with #/ are followed";

        assertEquals(
                "s.yaml:5: " + expected,
                refusal("components:\n  schemas:\n    A: {$ref: '%s'}\n".formatted(reference)));
        assertEquals("s.yaml:4: " + expected, refusal("paths:\n  /a: {$ref: '%s'}\n".formatted(reference)));
        assertEquals(
                "s.yaml:3: " + expected,
                refusal("webhooks: {w: {post: {requestBody: {$ref: '%s'}}}}\n".formatted(reference)));
        assertEquals(
                "s.yaml:3: " + expected, refusal("components: {examples: {E: {$ref: '%s'}}}\n".formatted(reference)));
    }

    @Test
    void referenceThatIsDataIsNotFollowed() {
        sanitize("""
                components:
                  schemas:
                    A:
                      example: {$ref: 'http://evil/'}
                      default: {$ref: 'http://evil/'}
                      enum: [{$ref: 'http://evil/'}]
                      properties: {$ref: {type: string}}
                """);
    }

    @Test
    void brokenReferences() {
        assertEquals(
                "s.yaml:5: the reference \"#/components/schemas/B\" leads nowhere",
                refusal("components:\n  schemas:\n    A: {$ref: '#/components/schemas/B'}\n"));
        assertEquals(
                "s.yaml:3: the reference \"#/info/title\" leads to no schema",
                refusal("components: {schemas: {A: {$ref: '#/info/title'}}}\n"));
        assertEquals(
                "s.yaml:3: the reference \"#\" is no pointer; only references that begin with #/ are followed",
                refusal("components: {schemas: {A: {$ref: '#'}}}\n"));
        assertEquals(
                "s.yaml:3: the reference \"#/a%zz\" is no pointer; only references that begin with #/ are followed",
                refusal("components: {schemas: {A: {$ref: '#/a%zz'}}}\n"));
    }

    @Test
    void brokenReferencesToWhatNoRequestNeedsAreLeftOut() {
        SpecSanitizer.Sanitized sanitized = sanitize("components: {examples: {E: {$ref: '#/nowhere'}}}\n");

        assertEquals(
                List.of(
                        "warning s.yaml:3 #/components/examples/E: the reference \"#/nowhere\" leads nowhere; it was left out"),
                findings(sanitized));
    }

    @Test
    void percentEncodedAndTildePointersResolve() {
        assertEquals(List.of(), findings(sanitize("""
                        components:
                          schemas:
                            A b~/é: {type: string}
                            B: {$ref: '#/components/schemas/A%20b~0~1%C3%A9'}
                        """)));
    }

    @Test
    void referenceWithoutSlashIsRepaired() {
        SpecSanitizer.Sanitized sanitized =
                sanitize("components: {schemas: {A: {type: string}, B: {$ref: '#components/schemas/A'}}}\n");

        assertEquals(
                "#/components/schemas/A",
                sanitized.document().at("#/components/schemas/B/$ref").textValue());
        assertEquals(
                List.of(
                        "note s.yaml:3 #/components/schemas/B: the reference \"#components/schemas/A\" was read as if it began #/"),
                findings(sanitized));
    }

    @Test
    void cyclesOfSchemasAreFineAndCirclesOfReferencesSayNothing() {
        SpecSanitizer.Sanitized sanitized = sanitize("""
                components:
                  schemas:
                    Node: {properties: {next: {$ref: '#/components/schemas/Node'}}}
                    A: {$ref: '#/components/schemas/B'}
                    B: {$ref: '#/components/schemas/A'}
                """);

        assertEquals(
                List.of(
                        "warning s.yaml:6 #/components/schemas/A: the reference \"#/components/schemas/B\" leads in circles;"
                                + " any value is accepted here"),
                findings(sanitized));
        assertEquals("{}", sanitized.document().at("#/components/schemas/A").toString());
        assertEquals(
                "s.yaml:3: the reference \"#/components/parameters/A\" leads in circles",
                refusal("components: {parameters: {A: {$ref: '#/components/parameters/A'}}}\n"));
        assertEquals(
                "s.yaml:4: the reference \"#/paths/~1a\" leads in circles",
                refusal("paths:\n  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}\n"));
    }

    @Test
    void longChainsOfReferencesAreRefusedSoon() {
        StringBuilder chain = new StringBuilder("components:\n  schemas:\n");
        for (int i = 0; i < 10_000; i++) {
            chain.append("    A%d: {$ref: '#/components/schemas/A%d'}\n".formatted(i, i + 1));
        }
        chain.append("    A10000: {type: string}\n");

        String message = CpuTime.within(Duration.ofSeconds(2), () -> refusal(chain.toString()));

        assertEquals(
                "s.yaml:5: the reference \"#/components/schemas/A1\" passes through more than 100 references", message);
    }

    @Test
    void whatAReferenceMakesASchemaOfIsCleanedToo() {
        SpecDocument document = sanitize("""
                        components:
                          schemas:
                            A: {example: {type: object, x-evil: 1}}
                            B: {$ref: '#/components/schemas/A/example'}
                        """).document();

        assertEquals(
                "{\"type\":\"object\"}",
                document.at("#/components/schemas/A/example").toString());
        assertEquals(
                "s.yaml:5: the reference \"http://evil/\" leads out of the document; only references that begin with #/ are followed",
                refusal("""
                        components:
                          schemas:
                            A: {example: {$ref: 'http://evil/'}}
                            B: {$ref: '#/components/schemas/A/example'}
                        """));
    }

    @Test
    void referencesInOddPlacesAreReplaced() {
        SpecSanitizer.Sanitized sanitized = sanitize("""
                paths:
                  /a:
                    get:
                      responses:
                        '200': {description: ok, content: {$ref: '#/components/responses/R/content'}}
                  /b: {$ref: '#/paths/~1a'}
                components:
                  responses:
                    R: {description: r, content: {text/plain: {x-e: 1, schema: {type: string}}}}
                """);

        assertEquals(
                "{\"text/plain\":{\"schema\":{\"type\":\"string\"}}}",
                sanitized.document().at("#/paths/~1b/get/responses/200/content").toString());
        assertTrue(findings(sanitized)
                .contains("note s.yaml:7 #/paths/~1a/get/responses/200/content: a reference where OpenAPI allows none;"
                        + " what #/components/responses/R/content holds was put there"));
    }

    @Test
    void inliningIsBounded() {
        StringBuilder bomb = new StringBuilder("components:\n  schemas:\n");
        for (int i = 0; i < 30; i++) {
            bomb.append("    S%1$d: {properties: {a: {properties: {$ref: '#/components/schemas/S%2$d/properties'}},"
                    .formatted(i, i + 1));
            bomb.append(" b: {properties: {$ref: '#/components/schemas/S%d/properties'}}}}\n".formatted(i + 1));
        }
        bomb.append("    S30: {properties: {c: {type: string}}}\n");

        String message = CpuTime.within(Duration.ofSeconds(2), () -> refusal(bomb.toString()));

        assertTrue(message.endsWith(" repeats too much of the document"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v2/{id}/end",
                "/a/",
                "/files/{file_id}#add_shared_link",
                "/responses?beta=true",
                "/levels:append",
                "/idv/:id",
                "/name/{id}/{foo}1234{bar}-{baz}!{kek}",
                "/<upload_url>",
                "/Users('{id}')",
                "/a%20b/~x",
                "/.well-known/x",
                "/a..b"
            })
    void pathsThatAreRequestedAsTheyAre(String path) {
        SpecDocument document = sanitize(operation(path, "")).document();

        assertTrue(document.root().get("paths").has(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`http://evil/`        | the path \"http://evil/\" does not begin with /",
                "`a`                   | the path \"a\" does not begin with /",
                "`//evil/x`            | the path \"//evil/x\" has an empty segment (//)",
                "`/a//b`               | the path \"/a//b\" has an empty segment (//)",
                "`/a/../b`             | the path \"/a/../b\" has the segment .., which climbs",
                "`/a/%2E%2e`           | the path \"/a/%2E%2e\" has the segment .., which climbs",
                "`/a/.`                | the path \"/a/.\" has the segment ., which climbs",
            })
    void pathsThatClimbOrLeaveAreRefused(String path, String message) {
        assertEquals("s.yaml:4: " + message, refusal(operation(path, "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/b/x\") class P{} /*",
                "/b/x\\u0022) x",
                "/a?",
                "/a#",
                "/a?b",
                "/a?b=c d",
                "/a b",
                "/a\\b",
                "/{a",
                "/a}",
                "/{}",
                "/{a\"}",
                "/{{a}}",
                "/%zz",
                "/cоnversations",
                "/a|b",
                "/a\u202eb"
            })
    void pathsWithForeignCharactersAreRefused(String path) {
        assertEquals(
                "s.yaml:4: the path " + Quote.of(path) + " has characters that no path has; write them percent-encoded",
                refusal(operation(path, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X\\r\\nEvil: 1", "a\\\"b", "a b", "", "\\\\u0022", "é", "a:b"})
    void headerAndCookieNamesAreTokens(String name) {
        String shown =
                Quote.of(SpecReader.parse("n: \"" + name + "\"", "s").at("#/n").textValue());

        assertEquals(
                "s.yaml:6: the header name " + shown + " is no token of RFC 9110, section 5.6.2",
                refusal(operation("/a", "{name: \"" + name + "\", in: header}")));
        assertEquals(
                "s.yaml:6: the cookie name " + shown + " is no token of RFC 9110, section 5.6.2",
                refusal(operation("/a", "{name: \"" + name + "\", in: cookie}")));
    }

    @Test
    void queryNamesAreData() {
        assertEquals(List.of(), findings(sanitize(operation("/a", "{name: 'a\"b[]', in: query}"))));
    }

    @Test
    void headersThatAreNoParametersAreLeftOut() {
        SpecSanitizer.Sanitized sanitized = sanitize(operation(
                "/a",
                "{name: Authorization, in: header}, {name: Host, in: header}, {name: content-length, in: header},"
                        + " {name: X-Mine, in: header}, {name: Cookie, in: header}"));

        assertEquals(
                "[{\"name\":\"X-Mine\",\"in\":\"header\"}]",
                sanitized.document().at("#/paths/~1a/get/parameters").toString());
        assertEquals(
                List.of(
                        "note s.yaml:6 #/paths/~1a/get/parameters/0: the header Authorization is no parameter:"
                                + " OpenAPI describes it by the body, the responses or security",
                        "warning s.yaml:6 #/paths/~1a/get/parameters/1: the header Host belongs to the HTTP connection;"
                                + " the parameter was left out",
                        "warning s.yaml:6 #/paths/~1a/get/parameters/2: the header content-length belongs to the HTTP"
                                + " connection; the parameter was left out",
                        "warning s.yaml:6 #/paths/~1a/get/parameters/4: the header Cookie belongs to the HTTP connection;"
                                + " the parameter was left out"),
                findings(sanitized));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "application/vnd.api+json; version=1",
                "text/plain;charset=utf-8",
                "multipart/form-data; boundary=\"a b\"",
                "image/*"
            })
    void mediaTypesThatAreSome(String type) {
        sanitize(body(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json\" + P() + \"",
                "application/json;\" + P() + \"",
                "a/b/c",
                "application/json\nX: 1",
                "a b/c",
                "/",
                "text/plain; charset=\"a\\\"b\""
            })
    void mediaTypesThatAreNone(String type) {
        String message = refusal(body(type));

        assertEquals("s.yaml:6: the media type " + Quote.of(type) + " is not of the form type/subtype", message);
    }

    private static String body(String type) {
        return "paths:\n  /a:\n    post:\n      requestBody: {content: {\"%s\": {schema: {type: string}}}}\n"
                .formatted(type.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }

    @Test
    void strayWordAmongMediaTypesIsLeftOut() {
        assertEquals(
                List.of("warning s.yaml:6 #/paths/~1a/post/requestBody/content/examples: \"examples\" is no media type;"
                        + " it was left out"),
                findings(sanitize(body("examples"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "javascript:alert(1)             | is not reached by HTTP",
                "file:///etc/passwd              | is not reached by HTTP",
                "https://user:pw@host/           | carries a user name; credentials are no part of it",
                "//user@host/                    | carries a user name; credentials are no part of it",
                "http://169.254.169.254/latest   | is a machine's own metadata service",
                "https://metadata.google.internal| is a machine's own metadata service",
                "https://h/\" + P() + \"         | is no URL",
                "`https://h/a b`                 | is no URL",
            })
    void serversThatAreAttacksAreRefused(String url, String message) {
        String document = "servers:\n  - url: '" + url + "'\n";

        assertEquals("s.yaml:4: the server " + Quote.of(url) + " " + message, refusal(document));
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example/v1",
        "/v1",
        "//api.example/v1",
        "'https://{region}.example'",
        "https://api.example/v1?x=1",
        "localhost:8080",
        "ftp.example"
    })
    void serversThatCannotBeABaseUrlAreFindings(String url) {
        SpecSanitizer.Sanitized sanitized = sanitize("servers:\n  - url: '" + url + "'\n");

        assertEquals(
                List.of("warning s.yaml:4 #/servers/0/url: the server " + Quote.of(url)
                        + " is no absolute https URL; it is never a client's base URL"),
                findings(sanitized));
        assertTrue(ServerCheck.baseUrl(sanitized.document()).isEmpty());
    }

    @Test
    void aDefaultThatLooksLikeAVariableStays() {
        SpecSanitizer.Sanitized sanitized = sanitize("""
                servers:
                  - url: https://a.example/{one}/{two}/{other}
                    variables: {one: {default: '{two}'}, two: {default: '{one}'}}
                """);

        assertEquals(
                "https://a.example/{two}/{one}/{other}",
                ServerCheck.substituted(sanitized.document().root().at("/servers/0"), true));
    }

    @Test
    void baseUrlIsTheFirstUsableServer() {
        SpecSanitizer.Sanitized sanitized = sanitize("""
                servers:
                  - url: http://localhost:3000
                  - url: https://{region}.example/{base}
                    variables: {region: {default: eu}, base: {default: v1}}
                  - url: https://other.example
                """);

        assertEquals(
                "https://eu.example/v1",
                ServerCheck.baseUrl(sanitized.document()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`X\\r\\nEvil`   | header | the API key's name \"X\\u000d\\u000aEvil\" is no header name",
                "`a\\\"b`        | query  | the API key's name \"a\\\"b\" is no query name",
                "`a b`           | cookie | the API key's name \"a b\" is no cookie name",
                "Host            | header | an API key in the header Host, which belongs to the HTTP connection",
                "Content-Length  | header | an API key in the header Content-Length, which belongs to the HTTP connection",
            })
    void apiKeyNamesThatAreRefused(String name, String in, String message) {
        assertEquals(
                "s.yaml:3: " + message,
                refusal("components: {securitySchemes: {k: {type: apiKey, in: %s, name: \"%s\"}}}\n"
                        .formatted(in, name)));
    }

    @Test
    void tokenUrls() {
        String flow =
                "components: {securitySchemes: {o: {type: oauth2, flows: {clientCredentials: {tokenUrl: '%s'}}}}}\n";

        assertEquals(List.of(), findings(sanitize(flow.formatted("https://auth.example/token"))));
        assertEquals(List.of(), findings(sanitize(flow.formatted(""))));
        assertEquals(
                "s.yaml:3: tokenUrl \"https://h/\\\" + P() + \\\"\" is no URL",
                refusal(flow.formatted("https://h/\" + P() + \"")));
    }

    @Test
    void discriminatorMappings() {
        String schema = "components: {schemas: {Dog: {}, A: {discriminator: {propertyName: t, mapping: {x: '%s'}}}}}\n";

        assertEquals(List.of(), findings(sanitize(schema.formatted("Dog"))));
        assertEquals(List.of(), findings(sanitize(schema.formatted("#/components/schemas/Dog"))));
        assertEquals(
                List.of(
                        "warning s.yaml:3 #/components/schemas/A/discriminator/mapping/x: the mapping to \"#/Cat\" leads"
                                + " nowhere; it was left out"),
                findings(sanitize(schema.formatted("#/Cat"))));
        assertEquals(
                "s.yaml:3: the mapping to \"http://evil/x.json\" leads out of the document; only references that begin with"
                        + " #/ are followed",
                refusal(schema.formatted("http://evil/x.json")));
    }

    @Test
    void pathParametersAreCompleted() {
        SpecSanitizer.Sanitized sanitized =
                sanitize(operation("/a/{id}/{kind}", "{name: id, in: path}, {name: gone, in: path}"));

        assertEquals(
                "[{\"name\":\"id\",\"in\":\"path\"},"
                        + "{\"name\":\"kind\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}]",
                sanitized
                        .document()
                        .at("#/paths/~1a~1{id}~1{kind}/get/parameters")
                        .toString());
        assertEquals(
                List.of(
                        "warning s.yaml:6 #/paths/~1a~1{id}~1{kind}/get/parameters/1: the path parameter \"gone\" is no variable"
                                + " of the path; the parameter was left out",
                        "warning s.yaml:5 #/paths/~1a~1{id}~1{kind}/get: the path's variable {kind} is declared by no"
                                + " parameter; it is taken as a string"),
                findings(sanitized));
    }

    @Test
    void repeatedOperationIdsAndWebhooksAreFindings() {
        SpecSanitizer.Sanitized sanitized = sanitize("""
                paths:
                  /a: {get: {operationId: x}, put: {operationId: x}}
                webhooks:
                  w: {post: {operationId: x}}
                """);

        assertFalse(sanitized.document().root().has("webhooks"));
        assertEquals(
                List.of(
                        "warning s.yaml:4 #/paths/~1a/put/operationId: the operationId \"x\" is already that of GET /a;"
                                + " this operation is named by its path",
                        "note s.yaml:5 #/webhooks: webhooks are calls of the vendor's; the client does not have them"),
                findings(sanitized));
    }

    @Test
    void hundredThousandOperationsAreRefused() {
        StringBuilder paths = new StringBuilder("paths:\n");
        for (int i = 0; i < 12_500; i++) {
            paths.append("  /p")
                    .append(i)
                    .append(": {get: {}, put: {}, post: {}, delete: {}, options: {}, head: {},")
                    .append(" patch: {}, trace: {}}\n");
        }

        String message = CpuTime.within(Duration.ofSeconds(2), () -> refusal(paths.toString()));

        assertEquals("s.yaml:3: more than 20000 operations", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "swagger: '2.0'     | s.yaml:1: is a Swagger 2.0 document; only OpenAPI 3.0 and 3.1 are read: convert it first",
                "asyncapi: '2.6.0'  | s.yaml:1: is an AsyncAPI document; only OpenAPI 3.0 and 3.1 are read",
                "paths: {}          | s.yaml:1: is not an OpenAPI document: it has no key \"openapi\"",
                "openapi: 3.2.0     | s.yaml:1: OpenAPI \"3.2.0\"; only 3.0 and 3.1 are read",
                "openapi: 2.0       | s.yaml:1: OpenAPI \"2.0\"; only 3.0 and 3.1 are read",
            })
    void otherFormatsAreRefusedByName(String yaml, String message) {
        SpecDocument document = SpecReader.parse(yaml + "\n", "s.yaml");

        SpecException refused = assertThrows(SpecException.class, () -> SpecSanitizer.sanitize(document, false));

        assertEquals(message, refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi: 3.0", "openapi: 3.1", "openapi: 3.1.1", "openapi: 3.0.0-rc1"})
    void versionsThatAreRead(String yaml) {
        SpecSanitizer.sanitize(SpecReader.parse(yaml + "\n", "s.yaml"), false);
    }
}
