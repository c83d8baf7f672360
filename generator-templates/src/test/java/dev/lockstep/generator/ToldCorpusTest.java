package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.openapi.SpecSanitizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Over real documents: a parameter, a request body or a server of the document that is not in the client has a diagnostic that
 * names its place, and every diagnostic names one.
 */
final class ToldCorpusTest {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    @Test
    void whatIsNotInTheClientIsTold() throws IOException {
        Path specs = Path.of(System.getProperty("lockstep.corpus", ""), "specs");
        assumeTrue(Files.isDirectory(specs), "no corpus of real specs: pass its folder as -Dlockstep.corpus=DIR");
        List<String> untold = new ArrayList<>();
        try (Stream<Path> files = Files.list(specs)) {
            for (Path file : files.filter(path -> !path.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                untold(SpecReader.read(file)).forEach(line -> untold.add(file.getFileName() + " " + line));
            }
        }

        assertEquals(List.of(), untold);
    }

    private static List<String> untold(SpecDocument read) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        ClientModel model =
                ClientGenerator.model(read, GeneratorOptions.builder("told").build(), diagnostics);
        SpecDocument document = SpecSanitizer.sanitize(read, false).document();
        List<String> untold = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (!diagnostic.at().contains("#")) {
                untold.add("no place: " + diagnostic);
            }
        }
        Set<String> parameters = new HashSet<>();
        Set<String> bodies = new HashSet<>();
        model.operations().forEach(operation -> {
            operation
                    .parameters()
                    .forEach(each -> parameters.add(operation.key() + " " + each.in() + " " + each.jsonName()));
            if (!operation.bodies().isEmpty()) {
                bodies.add(operation.key());
            }
        });
        for (Map.Entry<String, JsonNode> path : document.root().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (!METHODS.contains(operation.getKey())) {
                    continue;
                }
                String at = Pointer.child(Pointer.of("paths", path.getKey()), operation.getKey());
                String key = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                for (JsonNode list : List.of(
                        path.getValue().path("parameters"), operation.getValue().path("parameters"))) {
                    for (JsonNode each : list) {
                        JsonNode parameter =
                                each.has("$ref") ? document.at(each.path("$ref").asText()) : each;
                        String name = parameter.path("name").asText();
                        String in = parameter.path("in").asText().toUpperCase(Locale.ROOT);
                        if (!parameters.contains(key + " " + in + " " + name) && !isTold(diagnostics, at)) {
                            untold.add(key + ": the parameter " + name);
                        }
                    }
                }
                if (operation.getValue().has("requestBody") && !bodies.contains(key) && !isTold(diagnostics, at)) {
                    untold.add(key + ": the body");
                }
                if (!operation.getValue().path("servers").isEmpty()
                        && !operation
                                .getValue()
                                .path("servers")
                                .equals(document.root().path("servers"))
                        && !isTold(diagnostics, at + "/servers")) {
                    untold.add(key + ": its servers");
                }
            }
        }
        return untold;
    }

    private static boolean isTold(List<Diagnostic> diagnostics, String pointer) {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.at().contains(pointer));
    }
}
