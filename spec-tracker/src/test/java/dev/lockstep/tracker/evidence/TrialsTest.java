package dev.lockstep.tracker.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.SpecDocument;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A locked client meets what its vendor changed. */
class TrialsTest {
    private static final String ORDER =
            "/orders/{id}: {get: {operationId: getOrder, parameters: [{in: path, name: id, required: true, schema: {type: string}}],"
                    + " responses: {'200': {description: ok, content: {application/json: {schema: {type: object, required: [state],"
                    + " properties: {state: {type: string, enum: [open, paid]}, lines: {type: array, items: {type: object, required: [sku],"
                    + " properties: {sku: {type: string}}}}}}}}}, '404': {description: no}}}}";

    @TempDir
    Path folder = Path.of("");

    private Shop shop = new Shop(folder);

    @BeforeEach
    void shop() {
        shop = new Shop(folder);
    }

    private static List<String> failures(OperationEvidence evidence) {
        return evidence.failures().stream().map(String::valueOf).toList();
    }

    @Test
    void anAnswerWithoutWhatWasRequiredFailsAtItsPath() {
        OperationEvidence evidence = shop.only(ORDER, ORDER.replace("required: [sku],", ""));

        assertEquals("must upgrade before the vendor's change is live", evidence.verdict());
        assertEquals(List.of("answer 200 at $.lines[*].sku: missing, and required before"), failures(evidence));
        assertEquals("", evidence.fault());
        assertTrue(evidence.answers() > 3, evidence.tried());
        assertTrue(evidence.requests() > 1, evidence.tried());
    }

    @Test
    void whatMayBeNullNowIsToldApartFromWhatIsMissing() {
        OperationEvidence evidence =
                shop.only(ORDER, ORDER.replace("sku: {type: string}", "sku: {type: string, nullable: true}"));

        assertEquals(List.of("answer 200 at $.lines[*].sku: null, and never so before"), failures(evidence));
    }

    @Test
    void anAnswerThatSaysMoreIsSafe() {
        OperationEvidence evidence = shop.only(
                ORDER,
                ORDER.replace("[open, paid]", "[open, paid, lost]")
                        .replace("properties: {state:", "properties: {note: {type: string}, state:"));

        assertEquals("safe to delay", evidence.verdict());
        assertEquals(List.of(), failures(evidence));
        assertEquals("", evidence.fault());
    }

    @Test
    void aDefaultAloneIsASuccessToo() {
        String answer =
                "/a: {get: {responses: {%s: {description: ok, content: {application/json: {schema: {type: object,"
                        + " required: [%s], properties: {id: {type: string}, no: {type: string}}}}}}}}}";

        assertEquals(
                List.of(), failures(shop.only(answer.formatted("'200'", "id"), answer.formatted("default", "id"))));
        assertEquals(
                List.of("answer 200 at $.id: missing, and required before"),
                failures(shop.only(answer.formatted("'200'", "id"), answer.formatted("default", "no"))));
    }

    @Test
    void whatCannotBeAnsweredIsSaid() {
        String never = ORDER.replace(
                        "properties: {sku", "properties: {key: {type: string, pattern: '^never-[0-9]{77}$'}, sku")
                .replace("required: [sku]", "required: [sku, key]")
                .replace("required: [state]", "required: [state, lines]")
                .replace("lines: {type: array", "lines: {type: array, minItems: 1");

        OperationEvidence evidence = shop.only(ORDER, never);

        assertEquals("not fully tried out", evidence.verdict());
        assertEquals(
                List.of("no answer 200 in application/json could be made: no value was found that its schema allows"),
                evidence.limits());
    }

    @Test
    void aSunsetIsTheDate() {
        String sunset = ORDER.replace("operationId", "x-sunset: '2027-01-31', operationId");

        assertEquals("safe to delay until 2027-01-31", shop.only(ORDER, sunset).verdict());
        assertEquals(
                "must upgrade by 2027-01-31",
                shop.only(ORDER, sunset.replace("required: [state],", "")).verdict());
    }

    @Test
    void whatIsGoneIsNotTried() {
        OperationEvidence evidence = shop.only(ORDER, "/other: {get: {responses: {'204': {description: ok}}}}");

        assertEquals(Advice.MUST_UPGRADE, evidence.advice());
        assertEquals(List.of("operation: no longer documented"), failures(evidence));
        assertEquals("0 answers, 0 requests", evidence.tried());
    }

    @Test
    void whatBothDescribeAlikeIsCounted() {
        String other = "\n/other: {get: {description: before, responses: {'204': {description: ok}}}}";
        SpecDocument old = Shop.document(ORDER + other, "");
        SpecDocument now = Shop.document(ORDER.replace("'404'", "'409'") + other.replace("before", "later"), "");

        Evidence evidence = shop.evidence(old, now);

        assertEquals(1, evidence.unchanged());
        assertEquals(
                List.of("GET /orders/{id}"),
                evidence.operations().stream().map(OperationEvidence::operation).toList());
    }

    @Test
    void aChangeInASharedSchemaReachesEveryOperation() {
        String paths =
                "/a: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}\n"
                        + "/b: {get: {responses: {'204': {description: ok}}}}";
        String schema =
                "components: {schemas: {S: {type: object, properties: {t: {$ref: '#/components/schemas/T'}}}, T: {type: %s}}}";

        Evidence evidence = shop.evidence(
                Shop.document(paths, schema.formatted("string")), Shop.document(paths, schema.formatted("integer")));

        assertEquals(1, evidence.unchanged());
        assertEquals(
                List.of("answer 200 at $.t: of another type than before"),
                failures(evidence.operations().get(0)));
    }

    private static String post(String parameters, String body) {
        String request = body.isEmpty() ? "" : "requestBody: {required: true, content: " + body + "}, ";
        return "/orders: {post: {operationId: order, parameters: [" + parameters + "], " + request
                + "responses: {'204': {description: ok}}}}";
    }

    @Test
    void aBodyIsHeldAgainstTheNewSchema() {
        String body = "{application/json: {schema: {type: object, properties: {count: {type: integer, minimum: %s}}}}}";

        assertEquals(
                List.of("request body at $.count: must have a minimum value of 1"),
                failures(shop.only(post("", body.formatted("0")), post("", body.formatted("1")))));
        assertEquals(List.of(), failures(shop.only(post("", body.formatted("1")), post("", body.formatted("0")))));
    }

    @Test
    void whatOnlyTheVendorWritesIsNotSent() {
        String body =
                "{application/json: {schema: {type: object, required: [id], properties: {id: {type: string, readOnly: true%s}}}}}";

        assertEquals(
                List.of(),
                failures(shop.only(post("", body.formatted("")), post("", body.formatted(", maxLength: 3")))));
    }

    private static final String BLOCKS =
            "/blocks: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {anyOf:"
                    + " [{type: object, required: [text%s], properties: {type: {type: string, enum: [thought]}, text: {type: string},"
                    + " signature: {type: string}}}, {type: object, required: [data], properties: {data: {type: integer}}}%s]}}}}}}}}";

    @Test
    void whatSaysThatItIsOfAKnownShapeMustBeReadAsSuch() {
        OperationEvidence evidence = shop.only(BLOCKS.formatted(", signature", ""), BLOCKS.formatted("", ""));

        assertEquals(List.of("answer 200 at $[*]: not read as the shape that it says it has"), failures(evidence));
    }

    @Test
    void aShapeThatCameLaterIsKept() {
        String later =
                ", {type: object, required: [image], properties: {type: {type: string, enum: [image]}, image: {type: string}}}";

        assertEquals(
                List.of(),
                failures(shop.only(BLOCKS.formatted(", signature", ""), BLOCKS.formatted(", signature", later))));
    }

    @Test
    void aNullableSecretIsNotAnswered() {
        String secret = ORDER.replace("[state]", "[state, key]")
                .replace("lines:", "key: {type: string, writeOnly: true}, lines:");
        String nullable =
                ORDER.replace("lines:", "key: {anyOf: [{type: string, writeOnly: true}, {type: 'null'}]}, lines:");

        assertEquals(List.of(), failures(shop.only(secret, nullable)));
    }

    @Test
    void ofAlternativesTheNearestIsTold() {
        String body =
                "{application/json: {schema: {nullable: true, oneOf: [{type: object, additionalProperties: false, properties: {kind:"
                        + " {type: string, enum: [text]}%s}}, {type: object, required: [kind, url], properties: {kind: {type: string,"
                        + " enum: [image]}, url: {type: string}}}]}}}";

        assertEquals(
                List.of("request body: property 'cut' is not defined in the schema and the schema does not allow"
                        + " additional properties"),
                failures(shop.only(post("", body.formatted(", cut: {type: boolean}")), post("", body.formatted("")))));
    }

    @Test
    void whichVariantIsSentIsForTheDiscriminatorToSay() {
        String body =
                "{application/json: {schema: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                        + " discriminator: {propertyName: kind}}}}";
        String schemas =
                "components: {schemas: {A: {type: object, required: [url], properties: {kind: {type: string, enum: [A]},"
                        + " url: {type: string}}}, B: {type: object, %s properties: {kind: {type: string, enum: [B]}, value: {type: string}}}}}";

        Evidence evidence = shop.evidence(
                Shop.document(post("", body), schemas.formatted("required: [value],")),
                Shop.document(post("", body), schemas.formatted("")));

        assertEquals(List.of(), failures(evidence.operations().get(0)));
    }

    @Test
    void formsAndPartsAreReadBack() {
        String schema = "{schema: {type: object, required: [n], properties: {n: {type: integer%s}}}}";
        for (String type : List.of("application/x-www-form-urlencoded", "multipart/form-data")) {
            String before = post("", "{" + type + ": " + schema.formatted("") + "}");
            String after = post("", "{" + type + ": " + schema.formatted(", maximum: 0") + "}");

            OperationEvidence evidence = shop.only(before, after);

            assertEquals(List.of("request body at $.n: must have a maximum value of 0"), failures(evidence), type);
        }
    }

    @Test
    void parametersAreReadInTheirOwnStyle() {
        String list = "{in: query, name: tags, explode: %s, schema: {type: array, items: {type: string}%s}}";

        assertEquals(
                List.of("query parameter tags: is written 2 times instead of once"),
                failures(shop.only(post(list.formatted("true", ""), ""), post(list.formatted("false", ""), ""))));
        assertEquals(
                List.of("query parameter tags: must have at most 1 items but found 2"),
                failures(shop.only(
                        post(list.formatted("false", ", maxItems: 2"), ""),
                        post(list.formatted("false", ", maxItems: 1"), ""))));
    }

    @Test
    void headersCookiesAndDeepObjectsAreReadBack() {
        String header = "{in: header, name: X-Level, required: true, schema: {type: integer%s}}";
        String cookie = "{in: cookie, name: theme, required: true, schema: {type: string, enum: [dark%s]}}";
        String deep = "{in: query, name: f, style: deepObject, required: true, schema: {type: object, required: [a],"
                + " properties: {a: {type: boolean}%s}}}";

        assertEquals(
                List.of("header parameter X-Level: must have a maximum value of 0"),
                failures(shop.only(post(header.formatted(""), ""), post(header.formatted(", maximum: 0"), ""))));
        assertEquals(
                List.of("cookie parameter theme: does not have a value in the enumeration [\"dark\"]"),
                failures(shop.only(post(cookie.formatted(", light"), ""), post(cookie.formatted(""), ""))));
        assertEquals(
                List.of("query parameter f: has b, which is no longer documented"),
                failures(shop.only(post(deep.formatted(", b: {type: string}"), ""), post(deep.formatted(""), ""))));
    }

    @Test
    void emptyListsRefuseNothing() {
        String body =
                "{application/json: {schema: {type: object, properties: {s: {type: string%s}, o: {nullable: true%s}}}}}";
        String before = body.formatted(", enum: [a, b]", "");
        String after = body.formatted(
                ", enum: [], allOf: [{enum: [a, b, c]}], anyOf: [], oneOf: []",
                ", enum: [], allOf: [], anyOf: [], oneOf: []");

        assertEquals(List.of(), failures(shop.only(post("", before), post("", after))));
        assertEquals(
                List.of("request body at $.s: does not have a value in the enumeration [\"a\"]"),
                failures(shop.only(post("", before), post("", after.replace("[a, b, c]", "[a]")))));
    }

    @Test
    void aVendorsBracesStayInWhatFails() {
        String name = "a{name}{0}{before}'{1}";
        String body = "{application/json: {schema: {type: object, properties: {'" + name.replace("'", "''")
                + "': {type: string%s}}}}}";
        String own =
                ", maxLength: 0, message: {maxLength: 'no {0} {name}'}, errorMessage: {maxLength: 'no {0} {name}'}";

        assertEquals(
                List.of("request body at $['" + name.replace("'", "\\'") + "']: must be at most 0 characters long"),
                failures(shop.only(post("", body.formatted("")), post("", body.formatted(own)))));
    }

    @Test
    void aMovedServerIsSeen() {
        SpecDocument old = Shop.document(post("", ""), "");
        SpecDocument now = old.withRoot(dev.lockstep.openapi.SpecReader.parse(
                        old.root().toString().replace("api.shop.example", "api.mall.example"), "shop.json")
                .root());

        assertEquals(
                List.of("server https://api.shop.example/v1: no longer documented"),
                failures(shop.evidence(old, now).operations().get(0)));
    }

    @Test
    void aClientThatCannotBeMadeIsSaid() {
        String paths = post("", "{application/json: {schema: {type: string, pattern: '^never-[0-9]{77}$'}}}");

        OperationEvidence evidence = shop.only(paths, paths.replace("'204'", "'409': {description: no}, '204'"));

        assertEquals(List.of("no value could be made for the body"), evidence.limits());
    }

    @Test
    void theSameDocumentsGiveTheSameEvidence() {
        String after = ORDER.replace("required: [sku],", "").replace("enum: [open, paid]", "maxLength: 3");

        assertEquals(shop.only(ORDER, after), shop.only(ORDER, after));
    }
}
