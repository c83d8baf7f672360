package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.openapi.Diagnostic;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosticLinesTest {
    private static Diagnostic body(int i) {
        return Diagnostic.warning("s.yaml:" + i, "the body of \"GET /a\\\"" + i + "\" is left out");
    }

    @Test
    void manyOfAKindAreFolded() {
        List<Diagnostic> diagnostics = Stream.concat(
                        IntStream.range(1, 9).mapToObj(DiagnosticLinesTest::body),
                        Stream.of(Diagnostic.warning("s.yaml:20", "no server")))
                .toList();

        assertEquals(
                List.of(
                        "warning s.yaml:1: the body of \"GET /a\\\"1\" is left out",
                        "warning s.yaml:2: the body of \"GET /a\\\"2\" is left out",
                        "warning s.yaml:3: the body of \"GET /a\\\"3\" is left out",
                        "warning: 5 more like this; --format json lists each",
                        "warning s.yaml:20: no server"),
                DiagnosticLines.of(diagnostics));
    }

    @Test
    void fewAreAllShown() {
        List<Diagnostic> diagnostics =
                IntStream.range(0, 4).mapToObj(DiagnosticLinesTest::body).toList();

        assertEquals(diagnostics.stream().map(Diagnostic::toString).toList(), DiagnosticLines.of(diagnostics));
    }
}
