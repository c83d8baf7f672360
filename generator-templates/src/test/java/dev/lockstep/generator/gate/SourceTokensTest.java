package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTokensTest {
    @Test
    void whiteSpaceBetweenTokensIsNone() {
        assertEquals(
                "/** Two\n  words. */\n@\nA\n(\n\"a  \\\" ( b\"\n,\n'\"'\n)\nList\n<\nMap\n<\nx1\n>\n>\nf\n(\n(\n)\n->\nA\n::\nnew\n)\n;\n",
                SourceTokens.of("/** Two\n  words. */ @A(\"a  \\\" ( b\", '\"') List<Map<x1>>f(() -> A::new);"));
        assertEquals(SourceTokens.of("f( a,\n\t  b )\r\n.c() ;\n"), SourceTokens.of("f(a, b).c();"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "newA,new A",
                "\"a b\",\"a  b\"",
                "\"a\\\" b\",\"a\\\"  b\"",
                "/* a b */,/* a  b */",
                "- >,->",
                ": :,::",
                "// a b,// a  b",
                "\"\"\" a  b \"\"\",\"\"\" a b \"\"\""
            })
    void everyOtherDifferenceCounts(String one, String other) {
        assertNotEquals(SourceTokens.of(one), SourceTokens.of(other));
    }
}
