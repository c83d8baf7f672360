package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.generator.document.SpecReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gate 4: what the documents' schemas describe decodes, encodes and is what it was. */
class RoundTripCorpusTest {
    @TempDir
    Path folder;

    @Test
    void everySchemaComesBack() throws Exception {
        List<String> failures = new ArrayList<>();
        int good = 0;
        int schemas = 0;
        int instances = 0;
        for (Path file : Corpus.specs()) {
            List<String> found = new ArrayList<>();
            try (CompiledClient client = CompiledClient.of(SpecReader.read(file), Corpus.clientName(file), folder)) {
                RoundTripGate gate = RoundTripGate.run(client);
                found.addAll(gate.failures());
                schemas += gate.schemas();
                instances += gate.instances();
                System.out.printf(
                        "%s: %d schemas, %d instances, %d failures, %d with files, none for %s%n",
                        Corpus.name(file),
                        gate.schemas(),
                        gate.instances(),
                        found.size(),
                        gate.uploads(),
                        gate.without());
            } catch (RuntimeException | AssertionError e) {
                found.add(e.toString());
            }
            good += found.isEmpty() ? 1 : 0;
            found.forEach(each -> failures.add(Corpus.name(file) + ": " + each));
        }
        failures.stream().limit(200).forEach(System.out::println);
        System.out.println("gate corpus-roundtrip-schemas " + schemas);
        System.out.println("gate corpus-roundtrip-instances " + instances);
        System.out.println("gate corpus-roundtrip-specs " + good);
        assertEquals(List.of(), failures.stream().limit(20).toList());
    }
}
