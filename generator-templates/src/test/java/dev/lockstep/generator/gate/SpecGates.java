package dev.lockstep.generator.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.surface.SurfaceDump;
import dev.lockstep.openapi.SpecDocument;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One document through every gate that needs its client once: each operation is there, it compiles without a warning, the
 * files are tidy, Error Prone finds nothing, Retrofit accepts each method, its JSON comes back, and it offers what its model
 * says.
 */
final class SpecGates {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** What is left of a document's run once its client is gone. */
    record Figures(
            int operations, int schemas, int instances, List<Integer> lines, Map<CodeFigures.Kind, Integer> code) {}

    private final List<String> broken = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final GeneratedClient client;
    private final RoundTripGate roundTrips;
    private final CodeFigures code;
    private final String summary;

    private SpecGates(Supplier<SpecDocument> reader, String name, Path folder) throws Exception {
        long start = System.nanoTime();
        SpecDocument document = reader.get();
        long read = System.nanoTime();
        client = ClientGenerator.generate(
                document, GeneratorOptions.builder(name).build());
        long generated = System.nanoTime();
        try (CompiledClient compiled = CompiledClient.checked(document, client, folder)) {
            long done = System.nanoTime();
            int documented = operations(document);
            if (documented != operations()) {
                broken.add(documented + " operations are documented and " + operations() + " generated");
            }
            compiled.complaintsOf25().lines().forEach(line -> findings.add("javac 25: " + line));
            RetrofitCheck.validate(compiled);
            String offered = SurfaceDump.of(compiled.classes().values()).text();
            if (!client.model().surface().text().equals(offered)) {
                broken.add("the model's surface is not that of the classes");
            }
            code = CodeFigures.of(compiled);
            findings.addAll(code.findings());
            findings.addAll(Tidy.findings(client.files()));
            roundTrips = RoundTripGate.run(compiled);
            findings.addAll(roundTrips.failures());
            summary = String.format(
                    Locale.ROOT,
                    "%-22s %3d operations %4d types %6d lines; read %5d ms, generate %5d, compile %5d, gates %5d;"
                            + " %4d schemas, %5d instances, %d with files, none for %s",
                    name,
                    operations(),
                    client.model().types().size(),
                    code.lines().stream().mapToInt(Integer::intValue).sum(),
                    (read - start) / 1_000_000,
                    (generated - read) / 1_000_000,
                    (done - generated) / 1_000_000,
                    (System.nanoTime() - done) / 1_000_000,
                    roundTrips.schemas(),
                    roundTrips.instances(),
                    roundTrips.uploads(),
                    roundTrips.without());
        }
    }

    /**
     * Runs them.
     *
     * @param folder where classes are put
     */
    static SpecGates run(Supplier<SpecDocument> reader, String name, Path folder) throws Exception {
        return new SpecGates(reader, name, folder);
    }

    /** Operations of paths; those of webhooks are calls of the vendor's. */
    static int operations(SpecDocument document) {
        int count = 0;
        for (JsonNode item : document.root().path("paths")) {
            JsonNode methods = item.path("$ref").isTextual()
                    ? document.at(URLDecoder.decode(item.path("$ref").asText(), StandardCharsets.UTF_8))
                    : item;
            for (var member : methods.properties()) {
                count += METHODS.contains(member.getKey()) ? 1 : 0;
            }
        }
        return count;
    }

    /** What does not hold, one line each. */
    List<String> failures() {
        return Stream.concat(broken.stream(), findings.stream()).toList();
    }

    /** Operations that are not there, and a surface that the model does not know; what does not compile throws. */
    List<String> broken() {
        return broken;
    }

    /** What else the gates found. */
    List<String> findings() {
        return findings;
    }

    int operations() {
        return client.model().operations().size();
    }

    Figures figures() {
        Map<CodeFigures.Kind, Integer> counts = new EnumMap<>(CodeFigures.Kind.class);
        for (CodeFigures.Kind kind : CodeFigures.Kind.values()) {
            counts.put(kind, code.count(kind));
        }
        return new Figures(operations(), roundTrips.schemas(), roundTrips.instances(), code.lines(), counts);
    }

    /** Sizes and times in one line. */
    String summary() {
        return summary;
    }
}
