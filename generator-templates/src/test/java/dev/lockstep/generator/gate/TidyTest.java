package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyTest {
    private static List<String> findings(String text) {
        return Tidy.findings(new TreeMap<>(Map.of("A.java", text)));
    }

    @Test
    void tidy() {
        assertEquals(List.of(), findings("package a;\n\n/**\n * A.\n */\nclass A {\n    int a;\n\n    int b;\n}\n"));
    }

    @ParameterizedTest
    @CsvSource({"'a;\n\n\nb;\n',3", "'a; \n',1", "'a;\n\tb;\n',2", "'a;\n   b;\n',2", "a;,1", "'a;\n\n',3", "'\na;\n',1"
    })
    void untidy(String text, int line) {
        assertEquals(List.of("untidy: A.java:" + line + ": " + text.split("\n", -1)[line - 1]), findings(text));
    }
}
