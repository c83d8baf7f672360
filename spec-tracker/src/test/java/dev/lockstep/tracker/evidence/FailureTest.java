package dev.lockstep.tracker.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.JavaImpact;
import dev.lockstep.tracker.compare.Place;
import dev.lockstep.tracker.compare.Wire;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which failures a finding explains: those of its own subject, at its own place. */
class FailureTest {
    private static final String INLINE = "#/paths/~1b/get/responses/200";
    private static final String SHARED = "#/components/schemas/Thing/properties/name";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | answer 404            | $.code        | missing                          | the 404 response                    | .code
            true  | answer 404            | $.code        | missing                          | the 404 response (application/json) | ''
            true  | answer 404            | $             | taken for an error               | the 404 response                    | .code
            true  | answer 404            | $.a[*].b      | missing                          | the 404 response                    | .a[].b
            true  | answer 404            | $.a           | nothing that was known before    | the 404 response                    | .a[]<Cat>.b
            true  | answer 404            | $.key1.x      | missing                          | the 404 response                    | .*.x
            true  | answer 404            | $.code        | missing                          | the 4XX response                    | .code
            true  | answer 200            | $.code        | missing                          | the 201 response                    | .code
            true  | answer 500            | $.code        | missing                          | the default response                | .code
            true  | answer                | $             | no success is documented any more| the 200 response                    | ''
            false | answer 404            | $.code        | missing                          | the 404 response                    | .other
            false | answer 404            | $.a.x         | missing                          | the 404 response                    | .b.x
            false | answer 404            | $.code        | missing                          | the 409 response                    | .code
            false | answer 404            | $.code        | missing                          | header `code` of the 404 response   | ''
            false | answer 404            | $.code        | missing                          | the request body                    | .code
            false | answer                | $             | no success is documented any more| the 404 response                    | ''
            true  | request body          | $             | no JSON                          | the request body                    | .a
            true  | request body          | $             | required property 'a' not found  | the request body                    | .a
            false | request body          | $             | required property 'b' not found  | the request body                    | .a
            false | request body          | $.a           | no text                          | the 200 response                    | .a
            true  | query parameter a.b   | $             | required, and not sent           | query parameter `a.b`               | ''
            true  | query parameter f[a]  | $             | no longer documented             | query parameter `f`                 | ''
            true  | query parameter f[]   | $             | no longer documented             | query parameter `f[]`               | ''
            true  | header parameter x-id | $             | no longer documented             | header parameter `X-Id`             | ''
            false | query parameter a     | $             | required, and not sent           | query parameter `b`                 | ''
            false | query parameter a     | $             | required, and not sent           | the request body                    | ''
            false | credentials           | $             | none of what is accepted now: x  | query parameter `credentials`       | ''
            """)
    void bySubjectAndPlace(
            boolean explained, String where, String path, String reason, String subject, String findingPath) {
        Finding finding = finding("request-or-response", subject, findingPath, INLINE);

        assertEquals(explained, new Failure(where, path, reason).isExplainedBy(finding));
    }

    @ParameterizedTest
    @CsvSource({
        "true, credentials, security-scheme-changed",
        "true, query parameter key, security-scheme-changed",
        "true, server https://a.test, server-changed",
        "true, operation, operation-removed",
        "true, answer 200, trial-failed",
        "false, credentials, server-changed",
        "false, server https://a.test, webhook-removed",
        "false, answer 200, security-scheme-changed",
        "false, request body, webhook-removed"
    })
    void ofTheWholeApi(boolean explained, String where, String id) {
        assertEquals(
                explained, new Failure(where, "$", "no longer so").isExplainedBy(finding(id, "", "", "#/webhooks")));
    }

    @ParameterizedTest
    @CsvSource({
        "true, $.other.name, .thing.name",
        "true, $.other.name.first, .thing.name",
        "false, $.other.size, .thing.name",
        "false, $.other, .thing.name"
    })
    void aSharedSchemaIsFoundOnceForAllItsPlaces(boolean explained, String path, String findingPath) {
        Finding finding = finding("response-type-changed", "the 200 response", findingPath, SHARED);

        assertEquals(explained, new Failure("answer 200", path, "missing").isExplainedBy(finding));
    }

    private static Finding finding(String id, String subject, String path, String pointer) {
        return new Finding(
                id,
                "0123456789ab",
                Wire.BREAKING,
                JavaImpact.NONE,
                "GET /b",
                new Place("new.yaml", 1, pointer),
                null,
                null,
                "Changed.",
                "Look.",
                false,
                List.of(),
                subject,
                path);
    }
}
