package dev.lockstep.generator.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the layout prints is what palantir-java-format leaves as it is. */
class LayoutTest {
    @Test
    void longSchemeBreaksBeforeEachCall() {
        String indent = " ".repeat(12);
        String scheme = indent + ".scheme(SecurityScheme.apiKeyHeader(\"ApiKeyAuth\", \"Authorization\")";
        String prefix = ".withPrefix(\"Token \")";
        String configured = ".configuredAs(\"api-key\"))\n";

        assertEquals(
                scheme + "\n" + " ".repeat(20) + prefix + "\n" + " ".repeat(20) + configured,
                Layout.wrap(scheme + prefix + configured));
    }

    @Test
    void aLongParameterBreaksBehindItsAnnotations() {
        String first = " ".repeat(12) + "@Query(\"include_missing_members_with_elevated_permissions\") @Nullable";
        String second = "Boolean includeMissingMembersWithElevatedPermissions);\n";

        assertEquals(
                "    ApiCall<Void> list(\n" + first + "\n" + " ".repeat(20) + second,
                Layout.wrap("    ApiCall<Void> list(" + first.strip() + " " + second));
    }

    @Test
    void aLongMemberOfAnAnnotationBreaksBehindItsName() {
        String key =
                "\"DELETE /restrictions_of_everything/{a_restriction_identifier_with_many_words}/segments/{segment_identifier}\")\n";

        assertEquals(
                "    @Operation(\n            name = \"delete\",\n            key =\n" + " ".repeat(20) + key,
                Layout.wrap("    @Operation(name = \"delete\", key = " + key));
    }

    /** What a line may be made of; each is one token or several. An underline is a space. */
    private static final List<String> TOKENS = list("""
            ( ) () ({ }) { } < > -> :: = == >= @ , ; . ? : + name Type int case default extends return new class public final
            12 1.5 7L .with(callOptions); .build(); .withPrefix( .configuredAs( .scheme( Json.list( @Nullable @Query( _=_ _->_
            _extends_ case_ "" '_' '(' '"' '\\'' /*_(_,_*/ //_(_,_"
            """);

    /** What a literal may be made of. */
    private static final List<String> TEXTS = list("""
            ( ) a,_b _=_ _->_ _extends_ .build(); .with(callOptions); .configuredAs( // /* */ ' \\" \\\\ { } < > ___ \\u00e9 \\u0007 @
            ; Json.list(
            """);

    private static List<String> list(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .map(word -> word.replace('_', ' '))
                .toList();
    }

    private static String literal(Random random, int length) {
        StringBuilder text = new StringBuilder("\"");
        while (text.length() < length) {
            text.append(random.nextInt(3) == 0 ? "word" : TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return text.append('"').toString();
    }

    @Test
    void everyLineKeepsItsTokens() throws Exception {
        List<String> starts = list("_ case_ @A( @A({ return_ x_=_ static_final_Type_NAME_=_ .scheme( a,_ *_");
        Random random = new Random(13);
        for (int round = 0; round < 6000; round++) {
            // Literals stand at, before and behind the columns that count: 80 and 120.
            int from = List.of(0, 60, 76, 80, 100, 116, 120, 130).get(random.nextInt(8)) + random.nextInt(5);
            StringBuilder line = new StringBuilder(" ".repeat(4 * random.nextInt(5)))
                    .append(starts.get(random.nextInt(starts.size())));
            int length = 40 + random.nextInt(160);
            boolean placed = false;
            while (line.length() < length) {
                if (!placed && line.length() >= from) {
                    line.append(' ')
                            .append(literal(random, 2 + random.nextInt(130)))
                            .append(' ');
                    placed = true;
                }
                String token = TOKENS.get(random.nextInt(TOKENS.size()));
                boolean word = Character.isLetterOrDigit(token.charAt(token.length() - 1));
                boolean apart = word || ".\"'".indexOf(token.charAt(token.length() - 1)) >= 0 || random.nextBoolean();
                line.append(token).append(apart ? " " : "");
            }
            String text = line
                    + (random.nextInt(3) == 0
                            ? ""
                            : List.of(".build();", ".with(callOptions);", " {", ");", "})")
                                    .get(random.nextInt(5)))
                    + "\n";
            assertEquals(JavaTokens.of(text), JavaTokens.of(Layout.wrap(text)), text);
        }
    }

    @Test
    void aLiteralAtAnyColumnStaysWhole() throws Exception {
        String text = "\"GET /a(b, c) = d -> {e} 'f' /* g */ // h .build(); extends\"";
        for (int column = 40; column < 130; column++) {
            String before = "x".repeat(column - 30);
            for (String line : List.of(
                    "        public static final String " + before + " = " + text + ";",
                    "        @Operation(name = \"" + before + "\", key = " + text + ")",
                    "        return service." + before + "(" + text + ", value).with(callOptions);",
                    "        return service." + before + "(value, f(" + text + ")).build();",
                    "            case \"" + before + "\" -> " + text + ";",
                    "    void " + before + "(@Header(" + text + ") @Nullable String value);")) {
                String laid = Layout.wrap(line + "\n");
                assertEquals(JavaTokens.of(line), JavaTokens.of(laid), line);
                assertTrue(laid.contains(text), laid);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "        return first(second).third(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", other).fourth().build();\n",
                "                assertEquals(aaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbb.build();\n",
                "            case aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:\n",
                "        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.with(callOptions);\n",
                "        // a comment (of a user, who writes long ones) = about .build(); and .with(callOptions); that end in a call();\n",
                "        int x = 1; /* a comment (of a user, who writes long ones) = about that */ int second = method(1, 2, 333333333);\n",
                "    String text = \"\"\"\n        a, (b, c) = d that is a long line of a text block, longer than any line of code may be, as .build();\n"
                        + "        and one more \\\"\"\" (that, is, long) = enough to be broken, if it were code, which it is not.with(callOptions);\n"
                        + "        \"\"\";\n",
                "    /* the first line of a comment\n     , (b, c) = d that is a long line of a comment, longer than any line of code may be, as .build();\n */\n",
                "        text = \"this is not the end \\u0022, (b, c) = d that is a long line, longer than any line of code may be, a.build();\n",
                "    String s = f(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb).build();\r\n",
                "\n\n   \n",
            })
    void whatItDoesNotKnowStaysAsItIs(String text) {
        assertEquals(text, Layout.wrap(text));
    }
}
