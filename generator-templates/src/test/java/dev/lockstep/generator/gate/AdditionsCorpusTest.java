package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Gate 6: what a vendor adds breaks neither the source nor the binaries of a client's users. */
class AdditionsCorpusTest {
    private static final AtomicInteger EDITS = new AtomicInteger();
    private static final AtomicInteger MEMBERS = new AtomicInteger();
    private static final AtomicInteger SPECS = new AtomicInteger();

    @TempDir
    Path folder;

    @AfterAll
    static void figures() {
        System.out.println("gate corpus-additions-members " + MEMBERS);
        System.out.println("gate corpus-additions-edits " + EDITS);
        System.out.println("gate corpus-additions-specs " + SPECS);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> additionsAreCompatible() throws Exception {
        return Corpus.tests(this::check);
    }

    private void check(Path file) throws Exception {
        String name = Corpus.clientName(file);
        try (CompiledClient before = CompiledClient.of(SpecReader.read(file), name, folder)) {
            Additions additions = Additions.to(before.document(), before.model());
            try (CompiledClient after =
                    CompiledClient.of(additions.edited(), name, before.model().names(), folder)) {
                Compatibility compatibility = Compatibility.of(before, after, folder);
                List<String> problems = compatibility.problems();
                System.out.printf(
                        "%s: %d edits, %d members, %d problems%n",
                        name, additions.done().size(), compatibility.members(), problems.size());
                assertEquals(
                        List.of(), problems.stream().limit(10).toList(), () -> name + " after " + additions.done());
                MEMBERS.addAndGet(compatibility.members());
                EDITS.addAndGet(additions.done().size());
                SPECS.incrementAndGet();
            }
        }
    }
}
