package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.document.SpecReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gate 6: what a vendor adds breaks neither the source nor the binaries of a client's users. */
class AdditionsCorpusTest {
    @TempDir
    Path folder;

    @Test
    void additionsAreCompatible() throws Exception {
        List<String> failures = new ArrayList<>();
        int edits = 0;
        int members = 0;
        List<Path> specs = Corpus.specs();
        for (Path file : specs) {
            String name = Corpus.clientName(file);
            try (CompiledClient before = CompiledClient.of(SpecReader.read(file), name, folder)) {
                Additions additions = Additions.to(before.document(), before.model());
                try (CompiledClient after = CompiledClient.of(
                        additions.edited(), name, before.model().names(), folder)) {
                    Compatibility compatibility = Compatibility.of(before, after, folder);
                    members += compatibility.members();
                    List<String> problems = compatibility.problems();
                    System.out.printf(
                            "%s: %d edits, %d members, %d problems%n",
                            name, additions.done().size(), compatibility.members(), problems.size());
                    if (problems.isEmpty()) {
                        edits += additions.done().size();
                    } else {
                        failures.add(name + " after " + additions.done() + ":\n    "
                                + String.join("\n    ", problems.subList(0, Math.min(10, problems.size()))));
                    }
                }
            } catch (RuntimeException | AssertionError e) {
                failures.add(name + ": " + e);
            }
        }
        failures.forEach(System.out::println);
        System.out.println("gate corpus-additions-members " + members);
        System.out.println("gate corpus-additions-edits " + edits);
        assertEquals(List.of(), failures);
        assertTrue(specs.size() < 40 || edits >= 200, "only " + edits + " edits");
    }
}
