package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The gates over a folder of real documents, {@code -Dlockstep.corpus=DIR} (its {@code specs} folder is read);
 * {@code -Dlockstep.corpus.only=a,b} takes single ones. A client that lacks an operation, does not compile without a
 * warning, or is not what its model says fails; what the other gates find is printed and counted.
 */
class ClientCorpusTest {
    private static final int MEDIAN_LINES = 100;

    private static final List<SpecGates.Figures> DONE = Collections.synchronizedList(new ArrayList<>());
    private static final AtomicInteger CLEAN = new AtomicInteger();

    @TempDir
    Path temporary;

    @AfterAll
    static void figures() {
        List<Integer> lines =
                DONE.stream().flatMap(each -> each.lines().stream()).sorted().toList();
        int median = lines.isEmpty() ? 0 : lines.get(lines.size() / 2);
        figure("clients-specs", DONE.size());
        figure("clients-clean-specs", CLEAN.get());
        sum("clients-operations", SpecGates.Figures::operations);
        figure("clients-files", lines.size());
        figure("clients-lines", lines.stream().mapToInt(Integer::intValue).sum());
        figure("clients-median-lines", median);
        sum("roundtrip-schemas", SpecGates.Figures::schemas);
        sum("roundtrip-instances", SpecGates.Figures::instances);
        for (CodeFigures.Kind kind : CodeFigures.Kind.values()) {
            sum("clients-" + kind.label(), each -> each.code().getOrDefault(kind, 0));
        }
        assertTrue(median < MEDIAN_LINES, "the median file has " + median + " lines");
    }

    private static void sum(String name, ToIntFunction<SpecGates.Figures> part) {
        figure(name, DONE.stream().mapToInt(part).sum());
    }

    private static void figure(String name, int value) {
        System.out.println("gate corpus-" + name + " " + value);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> gates() throws Exception {
        return Corpus.tests(this::gate);
    }

    private void gate(Path file) throws Exception {
        SpecGates gates = SpecGates.run(() -> SpecReader.read(file), Corpus.clientName(file), temporary);
        System.out.println(gates.summary());
        gates.findings().stream()
                .limit(20)
                .forEach(each -> System.out.println("finding " + Corpus.name(file) + ": "
                        + each.lines().findFirst().orElse("")));
        assertEquals(List.of(), gates.broken());
        DONE.add(gates.figures());
        if (gates.findings().isEmpty()) {
            CLEAN.incrementAndGet();
        }
    }
}
