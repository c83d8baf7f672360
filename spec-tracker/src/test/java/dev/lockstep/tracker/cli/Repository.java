package dev.lockstep.tracker.cli;

import dev.lockstep.client.ApiClient;
import dev.lockstep.client.Timing;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.compile.ClientCompiler;
import dev.lockstep.tracker.source.Fetcher;
import dev.lockstep.tracker.source.Sources;
import dev.lockstep.tracker.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import picocli.CommandLine;

/** A repository with one vendor, {@code things}, in a temporary folder, and a command line over it. */
final class Repository {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

    final Path root;
    private Sources network = (folder, config) -> {
        throw new SpecException(config.sources().get(0).url(), 0, "#", "no network in tests");
    };

    private Map<String, String> environment = Map.of();

    /** What a run printed and ended with. */
    record Run(int code, String out, String err) {}

    private Repository(Path root) {
        this.root = root;
    }

    /** Without a vendor. */
    static Repository empty(Path root) {
        return new Repository(root);
    }

    /** The vendor's files as a person writes them, nothing locked. */
    static Repository in(Path root) {
        Repository repository = new Repository(root);
        repository.write("specs/things/pages/end.md", page());
        repository.write("specs/things/vendor.yaml", config("end.md"));
        repository.write("specs/things/overlay.yaml", """
                overlay: 1.0.0
                info: {title: Things, version: 1.0.0}
                actions:
                  - target: $.paths['/things/{id}/end'].post
                    update: {x-lockstep-retry: always, x-lockstep-evidence: Ending twice is fine.}
                """);
        return repository;
    }

    /**
     * The vendor's configuration, its one operation selected.
     *
     * @param file what its docs site publishes, kept under {@code pages}
     */
    static String config(String file) {
        return """
                name: things
                sources:
                  - url: https://docs.things.test/%1$s
                    file: pages/%1$s
                operations:
                  - POST /things/{id}/end
                client:
                  group: dev.lockstep
                  package: dev.lockstep.vendor.things
                  className: ThingsClient
                  version: 1.0.0
                credentials:
                  apiKey: api-key
                """.formatted(file);
    }

    /** The vendor locked. */
    static Repository locked(Path root) {
        Repository repository = in(root);
        repository.write("first/things/end.md", page());
        Run run = repository.run("update", "--from", repository.path("first"));
        if (run.code() != 0) {
            throw new IllegalStateException(run.err() + run.out());
        }
        return repository;
    }

    static String page() {
        return """
                # End thing

                ## OpenAPI

                ````yaml things.json post /things/{id}/end
                openapi: 3.0.3
                info:
                  title: Things
                  version: 1.0.0
                servers:
                  - url: https://api.things.test
                security:
                  - apiKey: []
                paths:
                  /things/{id}/end:
                    post:
                      tags:
                        - Things
                      summary: End thing
                      description: Ends a thing.
                      operationId: endThing
                      parameters:
                        - name: id
                          in: path
                          required: true
                          schema:
                            type: string
                      responses:
                        '200':
                          description: OK
                          content:
                            application/json:
                              schema:
                                $ref: '#/components/schemas/Thing'
                components:
                  schemas:
                    Thing:
                      type: object
                      properties:
                        id:
                          type: string
                  securitySchemes:
                    apiKey:
                      type: apiKey
                      in: header
                      name: x-api-key
                ````
                """;
    }

    Repository environment(Map<String, String> variables) {
        this.environment = variables;
        return this;
    }

    Repository network(Sources sources) {
        this.network = sources;
        return this;
    }

    Repository write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text, StandardCharsets.UTF_8);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as {@code --from changed} would see it, with one part of it replaced. */
    Repository changed(String from, String to) {
        if (!page().contains(from)) {
            throw new IllegalArgumentException("not in the page: " + from);
        }
        return write("changed/things/end.md", page().replace(from, to));
    }

    String path(String file) {
        return root.resolve(file).toString();
    }

    Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Setup setup = new Setup(
                new Workspace(root),
                () -> network,
                () -> new Fetcher(new OkHttpClient(), Timing.system(), environment::get),
                new ClientCompiler(Repository::classpath),
                CLOCK,
                environment,
                false,
                false);
        CommandLine line =
                Lockstep.commandLine(setup).setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    /** Compiles a program that calls a vendor's client, as it was made last, into {@code app}. */
    Repository compile(String vendor, String file, String text) {
        List<Path> classpath = new ArrayList<>(classpath());
        classpath.add(root.resolve("target/lockstep/clients").resolve(vendor).resolve("classes"));
        List<String> problems =
                new ClientCompiler(() -> classpath).compile(new TreeMap<>(Map.of(file, text)), root.resolve("app"));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        return this;
    }

    /** Every file below {@code specs}, with its content. */
    SortedMap<String, String> specs() {
        SortedMap<String, String> files = files(root);
        files.keySet().removeIf(file -> !file.startsWith("specs/"));
        return files;
    }

    /** Every file below a folder, with its content; class files by their names alone. */
    static SortedMap<String, String> files(Path root) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                files.put(name, name.endsWith(".class") ? "" : Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** What the build would have listed: where the runtime and its libraries are loaded from here. */
    static List<Path> classpath() {
        return Stream.of(
                        ApiClient.class,
                        okhttp3.OkHttpClient.class,
                        okio.Buffer.class,
                        kotlin.Unit.class,
                        retrofit2.Retrofit.class,
                        com.squareup.moshi.Moshi.class,
                        org.jspecify.annotations.NullMarked.class)
                .map(Repository::location)
                .distinct()
                .toList();
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
