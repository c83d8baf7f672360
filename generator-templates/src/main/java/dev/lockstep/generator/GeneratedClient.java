package dev.lockstep.generator;

import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.Diagnostic;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A client's source files and the model that they were rendered from. Immutable. */
public final class GeneratedClient {
    private final ClientModel model;
    private final SortedMap<String, String> files;
    private final List<Diagnostic> diagnostics;

    GeneratedClient(ClientModel model, SortedMap<String, String> files, List<Diagnostic> diagnostics) {
        this.model = model;
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public ClientModel model() {
        return model;
    }

    /** Text by path, relative to the source root, with forward slashes. */
    public SortedMap<String, String> files() {
        return files;
    }

    /** What was dropped, renamed or replaced, with its place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
