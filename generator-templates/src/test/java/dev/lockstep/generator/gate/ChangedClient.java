package dev.lockstep.generator.gate;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.SpecDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What becomes of code against a document's client when the document changes: the clients are generated and compiled. */
public final class ChangedClient {
    private ChangedClient() {}

    /**
     * Uses every public member of the old client with the new one, which keeps the old one's names.
     *
     * @param folder where clients and usage are compiled
     * @return what no longer compiles ({@code source: …}) or links ({@code binary: …}), and what japicmp says
     *     ({@code japicmp: …}); empty where all goes on
     */
    public static List<String> problems(SpecDocument before, SpecDocument after, Path folder) throws Exception {
        GeneratorOptions options = options(Map.of(), Map.of());
        try (CompiledClient old = CompiledClient.of(before, options, folder)) {
            ClientModel model = old.model();
            Map<String, String> credentials = new TreeMap<>();
            model.schemes().forEach(scheme -> credentials.put(scheme.name(), scheme.suffix()));
            try (CompiledClient fresh = CompiledClient.of(after, options(model.names(), credentials), folder)) {
                return Compatibility.of(old, fresh, folder).problems();
            }
        }
    }

    private static GeneratorOptions options(Map<String, String> names, Map<String, String> credentials) {
        return GeneratorOptions.builder("client")
                .server("https://client.invalid")
                .names(names)
                .credentials(credentials)
                .build();
    }
}
