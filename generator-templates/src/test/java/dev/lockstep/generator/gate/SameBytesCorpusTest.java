package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gate 5: the same document gives the same bytes, whatever the order of its keys and wherever it is generated. */
class SameBytesCorpusTest {
    @Test
    void everyDocumentGivesTheSameBytes() throws Exception {
        List<String> failures = new ArrayList<>();
        int good = 0;
        for (Path file : Corpus.specs()) {
            String difference;
            try {
                difference = SameBytes.difference(SpecReader.read(file), Corpus.clientName(file));
            } catch (RuntimeException e) {
                difference = e.toString();
            }
            if (difference == null) {
                good++;
            } else {
                failures.add(Corpus.name(file) + ": " + difference);
            }
        }
        failures.forEach(System.out::println);
        System.out.println("gate corpus-same-bytes-specs " + good);
        assertEquals(List.of(), failures);
    }
}
