package dev.lockstep.tracker.cli;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.ServerCheck;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compile.ClientCompiler;
import dev.lockstep.tracker.evidence.JoinedVerdict;
import dev.lockstep.tracker.evidence.Trials;
import dev.lockstep.tracker.store.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code diff --evidence} adds: a client is made from the old document, for as long as this takes, and meets the new one. */
final class DiffEvidence {
    /** Stands in where a document names no server that a client could use; never called. */
    private static final String NOWHERE = "https://server.invalid";

    private DiffEvidence() {}

    /**
     * @param comparison of the same documents, with nothing muted
     */
    static JoinedVerdict of(ClientCompiler compiler, SpecDocument old, SpecDocument now, Comparison comparison) {
        GeneratorOptions options = GeneratorOptions.builder("client")
                .server(ServerCheck.baseUrl(old).orElse(NOWHERE))
                .build();
        try {
            Path classes = Files.createTempDirectory("lockstep-diff");
            try {
                return new Trials(compiler, classes).judge("client", old, options, now, comparison);
            } finally {
                Folders.delete(classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the client's classes", e);
        }
    }
}
