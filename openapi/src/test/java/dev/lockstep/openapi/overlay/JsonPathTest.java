package dev.lockstep.openapi.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {
    private static final JsonNode DOCUMENT = SpecReader.parse("""
                    paths:
                      /a:
                        get: {operationId: getA, tags: [x], deprecated: true, n: 2}
                        post: {operationId: postA, n: 10}
                      /b's:
                        get: {operationId: getB, tags: [y, z], n: 2.0}
                    limit: 5
                    none: null
                    """, "test.yaml").root();

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "$ => #",
                "$.limit => #/limit",
                "$['limit'] => #/limit",
                "$[\"limit\"] => #/limit",
                "$.none => #/none",
                "$.absent => ",
                "$.paths['/a'].get => #/paths/~1a/get",
                "$.paths['/b\\'s'].get => #/paths/~1b's/get",
                "$.paths[\"/b's\"].get => #/paths/~1b's/get",
                "$.paths['\\u002fa'].get => #/paths/~1a/get",
                "$ .paths [ '/a' , '/a' ] .get => #/paths/~1a/get",
                "$.paths.*.get.operationId => #/paths/~1a/get/operationId #/paths/~1b's/get/operationId",
                "$.paths[*].post => #/paths/~1a/post",
                "$..tags[0] => #/paths/~1a/get/tags/0 #/paths/~1b's/get/tags/0",
                "$..tags[-1] => #/paths/~1a/get/tags/0 #/paths/~1b's/get/tags/1",
                "$..tags[7] => ",
                "$..['tags','n'][1] => #/paths/~1b's/get/tags/1",
                "$.paths.*[?@.deprecated] => #/paths/~1a/get",
                "$.paths.*[?!@.tags] => #/paths/~1a/post",
                "$.paths.*[?@.operationId == 'getB'] => #/paths/~1b's/get",
                "$.paths.*[?@.n == 2] => #/paths/~1a/get #/paths/~1b's/get",
                "$.paths.*[?@.n > $.limit] => #/paths/~1a/post",
                "$.paths.*[?@.n <= 2 && @.tags[1] == 'z'] => #/paths/~1b's/get",
                "$.paths.*[?@.n >= 10 || @.deprecated == true] => #/paths/~1a/get #/paths/~1a/post",
                "$.paths.*[?(@.n != 2) && !(@.n < 5)] => #/paths/~1a/post",
                "$.paths.*[?@.absent == @.alsoAbsent && @.operationId < 'getB'] => #/paths/~1a/get",
                "$.paths[?@..tags] => #/paths/~1a #/paths/~1b's",
                "$.paths.*[?@.tags == @['tags']] => #/paths/~1a/get #/paths/~1a/post #/paths/~1b's/get",
            })
    void selects(String path, String expected) {
        List<String> pointers = expected == null ? List.of() : List.of(expected.split(" "));

        assertEquals(pointers, List.copyOf(JsonPath.parse(path.strip()).select(DOCUMENT)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "paths => a JSONPath begins with $, at character 1 of paths",
                "$paths => expected . or [, at character 2 of $paths",
                "$.'a' => expected a name or *; other names are written as ['name'], at character 3 of $.'a'",
                "$[a] => expected a quoted name, an index, * or ?, at character 3 of $[a]",
                "$['a' => expected , or ], at character 6 of $['a'",
                "$['a => expected ' to close the text, at character 5 of $['a",
                "$['\\x'] => \\x is no escape, at character 6 of $['\\x']",
                "$[0:2] => slices such as [0:2] are not supported in an overlay's target, at character 4 of $[0:2]",
                "$.a[?length(@.b) > 1] => functions such as length() are not supported in an overlay's target, at character 12"
                        + " of $.a[?length(@.b) > 1]",
                "$.a[?@.b == ] => expected a value: a quoted text, a number, true, false, null, or a path from @ or $, at"
                        + " character 13 of $.a[?@.b == ]",
                "$.a[?@..b == 1] => only a path to a single node can be compared, at character 15 of $.a[?@..b == 1]",
                "$.a[?1] => expected a comparison, at character 7 of $.a[?1]",
                "$.a[?(@.b] => expected ), at character 10 of $.a[?(@.b]",
            })
    void refuses(String path, String message) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> JsonPath.parse(path.strip()));

        assertEquals(message, refusal.getMessage());
    }

    @Test
    void nestingIsBounded() {
        String path = "$[?" + "(".repeat(5000) + "@.a" + ")".repeat(5000) + "]";

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> JsonPath.parse(path));

        assertEquals(true, String.valueOf(refusal.getMessage()).startsWith("the filter is nested more than 32 deep"));
    }
}
