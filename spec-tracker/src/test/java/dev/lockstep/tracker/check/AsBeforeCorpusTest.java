package dev.lockstep.tracker.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.client.Timing;
import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.gate.AsBefore;
import dev.lockstep.generator.gate.AsBeforeClient;
import dev.lockstep.generator.gate.Corpus;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.generator.lock.Sha256;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.openapi.canonical.Canonical;
import dev.lockstep.tracker.add.Adder;
import dev.lockstep.tracker.merge.Merger;
import dev.lockstep.tracker.merge.Part;
import dev.lockstep.tracker.source.DocsSite;
import dev.lockstep.tracker.source.Fetcher;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import dev.lockstep.tracker.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The keys of locks are pointers into canonical documents, so that these must not change either: of each real document what is
 * locked, and what it makes of a client; and what {@code add} makes of the ten vendors of {@code .ci/vendors}.
 */
class AsBeforeCorpusTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String SITE = "https://docs.example.com/";
    private static AsBefore canonical;
    private static AsBefore added;

    @TempDir
    static Path root;

    @BeforeAll
    static void read() throws Exception {
        canonical = AsBefore.read(RESOURCES, "canonical", List.of("canonical", "surface", "names"));
        List<String> columns = new ArrayList<>(List.of("canonical"));
        columns.addAll(AsBeforeClient.COLUMNS);
        added = AsBefore.read(RESOURCES, "added", columns);
    }

    @AfterAll
    static void figures() throws Exception {
        canonical.write();
        added.write();
        System.out.println("gate corpus-as-before-canonical " + canonical.good());
        System.out.println("gate corpus-as-before-added " + added.good());
    }

    @TestFactory
    Stream<DynamicTest> theSameCanonicalDocument() throws Exception {
        return Corpus.tests(file -> {
            String text = Canonical.text(merged(file));
            ClientModel model = ClientGenerator.model(
                    SpecReader.parse(text, "openapi.yaml"),
                    GeneratorOptions.builder(Corpus.clientName(file))
                            .ownExtensions(true)
                            .build());
            canonical.check(
                    Corpus.name(file),
                    List.of(Sha256.of(text), AsBeforeClient.surface(model), AsBeforeClient.names(model)));
        });
    }

    /** Whole, before a server is chosen, which some documents lack. */
    private static ObjectNode merged(Path file) {
        return Merger.merge(List.of(new Part(Documents.read(file), null, SITE + file.getFileName())))
                .root();
    }

    @TestFactory
    Stream<DynamicTest> theSameAdditions() throws Exception {
        Path corpus = Path.of(System.getProperty("lockstep.corpus", "")).toAbsolutePath();
        if (Corpus.specs().isEmpty() || !Files.isDirectory(corpus.resolve("pages"))) {
            return Stream.of();
        }
        Map<String, Addition> additions = new TreeMap<>(Map.of(
                "mintlify", new Addition("pages/tavus-get-conversation.md"),
                "fern", new Addition("pages/elevenlabs-workspace-update.fern-2025.md"),
                "readme", new Addition("pages/moderntreasury-list-transaction-line-items.readme.md"),
                "jsonrpc", new Addition("pages/deribit-public-get_combo_details.md"),
                "streams",
                        new Addition(
                                "pages/dify-mintlify-all/send-chat-message.md", "https://api.dify.test", List.of()),
                "page-set", new Addition("page-sets/tavus"),
                "index", new Addition(SITE + "llms.txt", "https://api.openhands.test", List.of()),
                "address", new Addition(SITE + "openhands_v0.json"),
                "whole", new Addition("specs/petstore.yaml"),
                "selected",
                        new Addition(
                                "specs/github.json",
                                null,
                                List.of(
                                        "GET /repos/{owner}/{repo}/issues",
                                        "POST /repos/{owner}/{repo}/issues",
                                        "GET /repos/{owner}/{repo}/pulls/{pull_number}",
                                        "GET /user",
                                        "DELETE /gists/{gist_id}/star"))));
        return additions.entrySet().stream()
                .map(each ->
                        DynamicTest.dynamicTest(each.getKey(), () -> check(each.getKey(), each.getValue(), corpus)));
    }

    /** What {@code .ci/vendors} adds. */
    private record Addition(String source, @Nullable String server, List<String> operations) {
        Addition(String source) {
            this(source, null, List.of());
        }
    }

    private static void check(String name, Addition addition, Path corpus) throws Exception {
        try (DocsSite site = addition.source().startsWith(SITE) ? site(corpus) : new DocsSite()) {
            String source = addition.source().startsWith(SITE)
                    ? site.url("/" + addition.source().substring(SITE.length()))
                    : corpus.resolve(addition.source()).toString();
            Workspace workspace = new Workspace(root);
            Fetcher fetcher = new Fetcher(new OkHttpClient(), Timing.system(), variable -> null);
            new Adder(workspace, fetcher, AsBeforeCorpusTest::build, LocalDate.EPOCH)
                    .add(new Adder.Wish(
                            name, List.of(source), null, addition.operations(), addition.server(), List.of()));
            VendorFolder folder = new VendorFolder(workspace.specs().resolve(name));
            Lock lock = LockVerifier.verify(folder.path()).orThrow();
            String text = Files.readString(folder.spec()).replace(site.url("/"), SITE);
            SpecDocument document = SpecReader.parse(text, "openapi.yaml");
            GeneratorOptions unlocked = GeneratorOptions.fromLock(lock.withNames(new TreeMap<>()));
            assertEquals(lock.names(), ClientGenerator.model(document, unlocked).names());

            List<String> hashes = new ArrayList<>(List.of(Sha256.of(text)));
            hashes.addAll(
                    AsBeforeClient.hashes(name, document, names -> GeneratorOptions.fromLock(lock.withNames(names))));
            added.check(name, hashes);
        }
    }

    /** The pages of one release as a docs site with an index, and a whole spec beside them. */
    private static DocsSite site(Path corpus) throws Exception {
        DocsSite site = new DocsSite();
        StringBuilder index = new StringBuilder("# OpenHands\n\n## Docs\n\n");
        try (Stream<Path> pages = Files.list(corpus.resolve("page-sets/openhands-v057"))) {
            for (Path page : pages.sorted().toList()) {
                String name = String.valueOf(page.getFileName());
                site.publish("/" + name, Files.readString(page));
                index.append("- [")
                        .append(name.replace(".md", ""))
                        .append("](")
                        .append(name)
                        .append("): a page\n");
            }
        }
        site.publish("/openhands_v0.json", Files.readString(corpus.resolve("specs/openhands_v0.json")));
        return site.publish("/llms.txt", index.toString());
    }

    /** Compiles nothing. */
    private static ClientBuild.Built build(
            VendorConfig config,
            SpecDocument document,
            String server,
            String version,
            SortedMap<String, String> names) {
        ClientModel model = ClientGenerator.model(
                document,
                GeneratorOptions.builder(config.name())
                        .packageName(config.client().packageName())
                        .className(config.client().className())
                        .version(version)
                        .server(server)
                        .credentials(config.credentials())
                        .names(names)
                        .ownExtensions(true)
                        .build());
        return new ClientBuild.Built(model.names(), model.surface().text(), List.of());
    }
}
