package dev.lockstep.generator.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommentsTest {
    @TempDir
    Path classes;

    private static String text(String foreign) {
        return Comments.javadoc().text(foreign).render(0);
    }

    @Test
    void shortTextIsOneLine() {
        assertEquals(
                "    /** Ends a conversation. */\n",
                Comments.javadoc().text("Ends a conversation.").render(4));
    }

    @Test
    void blankTextIsNoComment() {
        assertEquals("", Comments.javadoc().text(null).text(" \n\u200b\n ").render(4));
    }

    @Test
    void paragraphsBulletsCodeAndTags() {
        assertEquals(
                """
                /**
                 * Ends it.
                 *
                 * <p>Either of:
                 * <ul>
                 *   <li>now, with {@code force=true}
                 *   <li>later
                 * </ul>
                 *
                 * <p>See the page.
                 *
                 * @param id the id
                 * @return {@link Result}
                 */
                """,
                Comments.javadoc()
                        .text("Ends it.\n\nEither of:\n- now,\n  with `force=true`\n- later\n\nSee the page.\n")
                        .tag("@param id", "the\nid")
                        .tagMarkup("@return", "{@link Result}")
                        .render(0));
    }

    @Test
    void linesKeepTo120Columns() {
        String comment = Comments.javadoc()
                .text("word ".repeat(100) + "\n\n* " + "item ".repeat(60))
                .tag("@param id", "param ".repeat(60))
                .render(4);

        assertTrue(comment.lines().allMatch(line -> line.length() <= 120), comment);
        assertTrue(comment.lines().anyMatch(line -> line.length() > 112), comment);
        assertEquals(
                "     *     param param param",
                comment.lines()
                        .filter(line -> line.startsWith("     *     param"))
                        .findFirst()
                        .orElseThrow()
                        .substring(0, 28));
    }

    @Test
    void endOfCommentIsWrittenAsAnEntity() {
        assertEquals("/** *&#47; class P{} /* */\n", text("*/ class P{} /*"));
        assertEquals("/** *&#47; */\n", text("*\u200b/"));
        assertEquals("/** `*&#47;` */\n", text("`*/`"));
    }

    @Test
    void unicodeEscapeIsNotOne() {
        assertEquals(
                "/** &#92;u002a&#92;uuu002f C:&#92;users C:\\temp */\n", text("\\u002a\\uuu002f C:\\users C:\\temp"));
        assertEquals("/** `&#92;u002a&#92;u002f` */\n", text("`\\u002a\\u002f`"));
    }

    @Test
    void htmlAndTagsAreText() {
        assertEquals(
                "/** &lt;script&gt; &amp;amp; {&#64;link X} &#64;deprecated me@example.com */\n",
                text("<script> &amp; {@link X} @deprecated me@example.com"));
    }

    @Test
    void linksStrongTextAndLineBreaksBecomeJavadoc() {
        assertEquals(
                "/** See <a href=\"https://docs.example.com/a?b=1&amp;c=2#d\">the {@code end} guide</a>, <b>not</b> this. */\n",
                text("See [the `end` guide](https://docs.example.com/a?b=1&c=2#d),<br/>**not**<BR> this."));
    }

    @Test
    void otherMarkdownIsText() {
        assertEquals(
                "/** [guide](/docs) [x](javascript:alert) [y](https://a.b/&#34;) 2 ** 3 ** 4 **** [*&#47;](https://a.b */\n"
                        .replace("&#34;", "\""),
                text("[guide](/docs) [x](javascript:alert) [y](https://a.b/\") 2 ** 3 ** 4 **** [*/](https://a.b"));
        assertEquals(
                "/** <a href=\"https://a.b\">*&#47; &#64;x &lt;i&gt;</a> <b>{&#64;code</b> */\n",
                text("[*/ @x <i>](https://a.b) **{@code**"));
    }

    @Test
    void invisibleCharactersAreDropped() {
        assertEquals("/** abcdef\uFFFD g */\n", text("a\u202eb\u200bc\0d\u2066e\ufefff\ud800\u2028g"));
    }

    @Test
    void foreignScriptsStayOrBecomeEntities() {
        assertEquals("/** naïve – 漢字 Привет 😀 &#1513;&#1500; */\n", text("naïve – 漢字 Привет 😀 של"));
    }

    @Test
    void templateSyntaxIsText() {
        assertEquals(
                "/** {{{mustache}}} {{=&lt;% %&gt;=}} ${x} %s ]]&gt; */\n",
                text("{{{mustache}}} {{=<% %>=}} ${x} %s ]]>"));
    }

    @Test
    void handbookIsShortened() {
        String comment = text("word ".repeat(10_000));

        assertTrue(comment.length() < 9_000);
        assertTrue(comment.endsWith("\n *\n * <p>(Shortened: the document says more.)\n */\n"), comment);
    }

    @Test
    void anyTextCompilesWithoutAComplaintOfJavacOrDoclint() throws Exception {
        Random random = new Random(7);
        List<String> parts = List.of(
                "*/",
                "/*",
                "\\u002a",
                "\\u002f",
                "\\",
                "u",
                "*",
                "/",
                "@deprecated",
                "{@link ",
                "[",
                "](https://a.b/c)",
                "**",
                "<br>",
                "}",
                "{",
                "<p>",
                "&",
                "`",
                "`a b`",
                "\n",
                "\n\n",
                "- ",
                "* ",
                "1. ",
                " ",
                "word",
                "\u202e",
                "\ud800",
                "\u05e9",
                "\0",
                "<!--",
                "@",
                "\u0301",
                "\r",
                "\u2028",
                "é",
                "{@",
                "@see",
                "```");
        StringBuilder source = new StringBuilder("/** A test. */ public class T { /** Own. */ private T() {}\n");
        for (int i = 0; i < 1_500; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(30); j >= 0; j--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            source.append(Comments.javadoc()
                    .markup("Own.")
                    .text(text.toString())
                    .tag("@param p", "p " + text)
                    .tag("@return", "r " + text)
                    .render(4));
            source.append("    public static int m").append(i).append("(int p) { return p; }\n");
        }
        source.append("}");

        assertEquals("", Javac.complaints(source.toString(), classes, "-Xlint:all", "-Xdoclint:all"));
        assertEquals(1, Javac.classFiles(classes));
    }
}
