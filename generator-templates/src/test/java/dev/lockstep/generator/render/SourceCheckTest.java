package dev.lockstep.generator.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceCheckTest {
    private static Optional<SourceCheck.Finding> check(String path, String text) {
        return SourceCheck.check(new TreeMap<>(Map.of(path, text)), true);
    }

    @Test
    void templatesShapeIsFine() {
        assertEquals(Optional.empty(), check("a/A.java", """
                        package a;

                        import java.util.List;

                        /** A. */
                        public final class A {
                            static final String NAME = ("\\ud800" + "\\\\");
                            private final List<String> items;

                            A(List<String> items) {
                                this.items = items;
                            }

                            @Override
                            public String toString() {
                                return items.toString();
                            }

                            /** Builds. */
                            public static final class Builder {}
                        }
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "static { }                                              | an initialiser",
                "{ }                                                     | an initialiser",
                "class P { }                                             | the nested class P",
                "enum Of { X }                                           | a nested enum",
                "interface Of { }                                        | a nested interface",
                "`String s = \"a\" + s();`                               | an operator",
                "int i = 1 + 1;                                          | an operator",
                "Object o = Runtime.getRuntime();                        | the name Runtime",
                "Object o = java.lang.Runtime.getRuntime();              | the qualified name java.lang",
                "`Object o = \"x\", p = System.out;`                     | the name System",
                "void m() { while (true) { } }                           | a while loop",
                "void m() { if (true) { } }                              | a if",
                "void m() { throw null; }                                | a throw",
                "@a.P void m() { }                                       | the annotation a.P",
                "@Evil void m() { }                                      | the name Evil",
                "Object o = new Thread();                                | the name Thread",
            })
    void whatNoTemplateWritesIsFound(String member, String what) {
        Optional<SourceCheck.Finding> finding = check("a/A.java", "package a;\n\nclass A {\n    " + member + "\n}\n");

        assertEquals(what, finding.map(SourceCheck.Finding::what).orElse(""));
        finding.ifPresent(found -> assertEquals(4, found.line()));
    }

    @Test
    void unicodeEscapesAreDecodedFirst() {
        Optional<SourceCheck.Finding> finding =
                check("a/A.java", "package a;\nclass A { /* \\u002a\\u002f static { } /* */ }\n");

        assertEquals(Optional.of(new SourceCheck.Finding("a/A.java", 2, "an initialiser")), finding);
    }

    @Test
    void fileHoldsTheOneTypeOfItsName() {
        assertEquals("a declaration beside that of A", what("a/A.java", "package a; class B { }"));
        assertEquals("2 types", what("a/A.java", "package a; class A { } class B { }"));
        assertEquals("the package b", what("a/A.java", "package b; class A { }"));
        assertEquals("1 types", what("a/package-info.java", "package a; class A { }"));
        assertEquals("", what("a/package-info.java", "/** A. */\npackage a;"));
    }

    @Test
    void importsAreTheLibrarysOfTheTemplates() {
        assertEquals(
                "the import java.lang.reflect.Method",
                what("a/A.java", "package a; import java.lang.reflect.Method; class A { }"));
        assertEquals(
                "the import java.util.List.of",
                what("a/A.java", "package a; import static java.util.List.of; class A { }"));
    }

    @Test
    void whatIsNoJavaIsFoundWithItsLine() {
        SourceCheck.Finding finding =
                check("a/A.java", "package a;\nclass A {\n").orElseThrow();

        assertEquals(
                "a/A.java:2 no Java: reached end of file while parsing",
                finding.file() + ":" + finding.line() + " " + finding.what());
    }

    @Test
    void usersTemplatesMayWriteWhatTheyLike() {
        assertTrue(SourceCheck.check(
                        new TreeMap<>(Map.of("a/A.java", "package a; class A { static { System.gc(); } }")), false)
                .isEmpty());
    }

    private static String what(String path, String text) {
        return check(path, text).map(SourceCheck.Finding::what).orElse("");
    }
}
