package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.Unseen;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@link Unseen} passes over shows in no client: other prose and limits leave every member and every name as it was. */
class RewordedCorpusTest {
    private static final AtomicInteger EDITS = new AtomicInteger();
    private static final AtomicInteger SPECS = new AtomicInteger();

    @AfterAll
    static void figures() {
        System.out.println("gate corpus-reworded-edits " + EDITS);
        System.out.println("gate corpus-reworded-specs " + SPECS);
    }

    @TestFactory
    Stream<DynamicTest> theSameClient() throws Exception {
        return Corpus.tests(file -> {
            EDITS.addAndGet(check(file));
            SPECS.incrementAndGet();
        });
    }

    private static int check(Path file) {
        SpecDocument document = SpecReader.read(file);
        Reworded reworded = Reworded.of(document);
        SpecDocument edited = reworded.edited();

        assertTrue(Unseen.only(document.root(), edited.root()));
        assertSame(model(document, Map.of()), model(edited, Map.of()));
        return reworded.edits();
    }

    /** Also where the lock knows nothing yet. */
    static void assertSame(ClientModel one, ClientModel other) {
        assertEquals(one.surface().text(), other.surface().text());
        assertEquals(one.names(), other.names());
        assertEquals(arguments(one), arguments(other));
    }

    static ClientModel model(SpecDocument document, Map<String, String> names) {
        return ClientGenerator.model(
                document, GeneratorOptions.builder("client").names(names).build());
    }

    private static String arguments(ClientModel model) {
        StringBuilder text = new StringBuilder();
        model.operations().forEach(operation -> {
            text.append(operation.key()).append(' ').append(operation.name());
            operation
                    .parameters()
                    .forEach(each ->
                            text.append(' ').append(each.in()).append(' ').append(each.jsonName()));
            text.append('\n');
        });
        return text.toString();
    }
}
