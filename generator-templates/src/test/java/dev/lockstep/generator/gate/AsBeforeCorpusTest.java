package dev.lockstep.generator.gate;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names do not move: of each real document the client is the one that {@link AsBeforeClient} has the hashes of. */
class AsBeforeCorpusTest {
    private static AsBefore asBefore;

    @BeforeAll
    static void read() throws Exception {
        asBefore = AsBefore.read(Path.of("src/test/resources"), "corpus", AsBeforeClient.COLUMNS);
    }

    @AfterAll
    static void figures() throws Exception {
        asBefore.write();
        System.out.println("gate corpus-as-before " + asBefore.good());
    }

    @TestFactory
    Stream<DynamicTest> theSameClient() throws Exception {
        return Corpus.tests(file -> {
            String name = Corpus.name(file);
            GeneratorOptions.Builder options = GeneratorOptions.builder(Corpus.clientName(file));
            asBefore.check(
                    name,
                    AsBeforeClient.hashes(
                            name,
                            SpecReader.read(file),
                            names -> options.names(names).build()));
        });
    }
}
