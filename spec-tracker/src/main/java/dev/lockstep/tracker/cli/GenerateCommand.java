package dev.lockstep.tracker.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.SourceTree;
import dev.lockstep.generator.lock.LockMismatchException;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.check.Documents;
import dev.lockstep.tracker.workspace.UsageException;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Generates a client's sources, and classes when asked, from a locked vendor or any spec. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Generate a client from a locked vendor or any spec: OUT/src/main/java, and OUT/classes.")
final class GenerateCommand extends LockstepCommand {
    @Parameters(arity = "1", paramLabel = "VENDOR|SPEC", description = "A tracked vendor, or a spec's file.")
    private String input;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where sources and classes go.")
    private Path out;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Vendor's name, for package and configuration. Default: the file's.")
    private @Nullable String name;

    @Option(names = "--compile", description = "Compile the sources too.")
    private boolean compile;

    @Option(names = "--format", description = "text or json. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.text;

    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int operations;
    private int schemas;
    private int files;
    private long lines;

    @Override
    public Integer call() {
        List.of("read", "generate", "compile").forEach(stage -> millis.put(stage, 0L));
        String called = name == null ? defaultName() : name;
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw usage("--out: " + out + " is no folder");
        }
        int code = ExitCode.OK;
        try {
            run(called);
        } catch (SpecException e) {
            diagnostics.add(e.diagnostic());
            code = ExitCode.UNREADABLE;
        } catch (UsageException | CommandLine.ParameterException e) {
            throw e;
        } catch (LockMismatchException e) {
            diagnostics.add(new Diagnostic(Diagnostic.Level.ERROR, input, String.valueOf(e.getMessage())));
            code = ExitCode.MISMATCH;
        } catch (UncheckedIOException e) {
            diagnostics.add(
                    new Diagnostic(Diagnostic.Level.ERROR, out.toString(), e.getMessage() + ": " + e.getCause()));
            code = ExitCode.UNREADABLE;
        } catch (Throwable e) {
            diagnostics.add(new Diagnostic(Diagnostic.Level.ERROR, input, "the generator failed: " + e));
            code = ExitCode.UNREADABLE;
        }
        if (code == ExitCode.OK && diagnostics.stream().anyMatch(GenerateCommand::isFatal)) {
            code = ExitCode.UNREADABLE;
        }
        print(called, code == ExitCode.OK);
        return code;
    }

    private void run(String called) {
        long start = System.nanoTime();
        SpecDocument document;
        GeneratorOptions options;
        if (isVendor()) {
            VendorFolder folder = lockstep.workspace().vendors(List.of(input)).get(0);
            options =
                    GeneratorOptions.fromLock(LockVerifier.verify(folder.path()).orThrow());
            document = folder.document(folder.spec());
        } else {
            document = Documents.read(Path.of(input));
            options = options(called);
        }
        start = took("read", start);
        GeneratedClient client = ClientGenerator.generate(document, options);
        Path sources = out.resolve("src/main/java");
        CompletableFuture<Void> written =
                CompletableFuture.runAsync(() -> SourceTree.write(sources, client.files(), SourceTree.Owner.USER));
        if (!compile) {
            finish(written);
        }
        start = took("generate", start);
        operations = client.model().operations().size();
        schemas = document.root().path("components").path("schemas").size();
        files = client.files().size();
        lines = client.files().values().stream()
                .mapToLong(text -> text.lines().count())
                .sum();
        diagnostics.addAll(client.diagnostics());
        if (compile) {
            for (String problem : lockstep.compiler().compile(client.files(), out.resolve("classes"))) {
                diagnostics.add(
                        new Diagnostic(Diagnostic.Level.ERROR, problem, "the generated client does not compile"));
            }
            finish(written);
            took("compile", start);
        }
    }

    /** Sources are written while the compiler works on the same text. */
    private static void finish(CompletableFuture<Void> written) {
        try {
            written.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private GeneratorOptions options(String called) {
        try {
            return GeneratorOptions.builder(called).build();
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--name: " + e.getMessage(), e);
        }
    }

    /** A file counts as a spec even where a vendor has its name. */
    private boolean isVendor() {
        return !Files.isRegularFile(Path.of(input)) && !input.contains("/") && !input.contains(".");
    }

    /** The file's name as a vendor could have it. */
    private String defaultName() {
        if (isVendor()) {
            return input;
        }
        String file = String.valueOf(Path.of(input).getFileName()).toLowerCase(Locale.ROOT);
        String base = file.replaceFirst("\\.[a-z]+$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[0-9-]+|-+$", "");
        return base.isEmpty() ? "spec" : base;
    }

    private long took(String stage, long start) {
        long now = System.nanoTime();
        millis.put(stage, (now - start) / 1_000_000);
        return now;
    }

    private static boolean isFatal(Diagnostic diagnostic) {
        return diagnostic.level() == Diagnostic.Level.REFUSED || diagnostic.level() == Diagnostic.Level.ERROR;
    }

    private void print(String called, boolean ok) {
        PrintWriter writer = out();
        if (format == OutputFormat.json) {
            writer.print(json(called, ok) + "\n");
        } else {
            DiagnosticLines.of(diagnostics).forEach(spec.commandLine().getErr()::println);
            if (ok) {
                writer.print(String.format(
                        Locale.ROOT,
                        "%s: %d operations, %d schemas, %d files, %d lines in %s%nread %d ms, generate %d ms, compile %d ms%n",
                        called,
                        operations,
                        schemas,
                        files,
                        lines,
                        out,
                        millis.get("read"),
                        millis.get("generate"),
                        millis.get("compile")));
            }
        }
        writer.flush();
    }

    private String json(String called, boolean ok) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("name", called);
        line.put("operations", operations);
        line.put("schemas", schemas);
        line.put("files", files);
        line.put("lines", lines);
        ObjectNode stages = line.putObject("millis");
        millis.forEach(stages::put);
        ArrayNode found = line.putArray("diagnostics");
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.level() == Diagnostic.Level.NOTE) {
                continue; // for people alone
            }
            found.addObject()
                    .put("level", diagnostic.level().text())
                    .put("at", diagnostic.at())
                    .put("message", diagnostic.message());
        }
        line.put("ok", ok);
        return line.toString();
    }
}
