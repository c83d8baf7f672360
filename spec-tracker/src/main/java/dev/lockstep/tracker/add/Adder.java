package dev.lockstep.tracker.add;

import dev.lockstep.client.Config;
import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.SchemeModel;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.check.Candidate;
import dev.lockstep.tracker.check.ClientBuild;
import dev.lockstep.tracker.check.SpecAssembler;
import dev.lockstep.tracker.check.Updater;
import dev.lockstep.tracker.page.Block;
import dev.lockstep.tracker.page.BlockOutcome;
import dev.lockstep.tracker.source.Discovery;
import dev.lockstep.tracker.source.Fetcher;
import dev.lockstep.tracker.source.Published;
import dev.lockstep.tracker.store.Folders;
import dev.lockstep.tracker.store.VendorStore;
import dev.lockstep.tracker.workspace.Access;
import dev.lockstep.tracker.workspace.ClientNames;
import dev.lockstep.tracker.workspace.OperationPattern;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.UsageException;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import dev.lockstep.tracker.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a vendor that nobody has seen: from its documents to its locked folder, its client's module and its BOM entry.
 * Everything is made aside and moved into place when it is whole; an addition that fails leaves nothing.
 */
public final class Adder {
    private static final String GROUP = "dev.lockstep";
    private static final String FIRST = "1.0.0";

    private final Workspace workspace;
    private final Discovery discovery;
    private final ClientBuild build;
    private final LocalDate today;

    /**
     * @param today for the vendor's changelog
     */
    public Adder(Workspace workspace, Fetcher fetcher, ClientBuild build, LocalDate today) {
        this.workspace = workspace;
        this.discovery = new Discovery(fetcher);
        this.build = build;
        this.today = today;
    }

    /**
     * What somebody asks for.
     *
     * @param vendor the name that it shall have
     * @param sources files, folders or addresses, at least one
     * @param spec which of several specs, as the pages' fences name it; null for the only one
     * @param operations the wanted ones, as {@link OperationPattern} reads them; empty for all
     * @param server the base URL; null for the one that is published
     * @param access how hosts are read whose documents are not public
     */
    public record Wish(
            String vendor,
            List<String> sources,
            @Nullable String spec,
            List<String> operations,
            @Nullable String server,
            List<Access> access) {
        public Wish {
            sources = List.copyOf(sources);
            operations = List.copyOf(operations);
            access = List.copyOf(access);
        }
    }

    /**
     * Adds a vendor. Callers hold the {@link dev.lockstep.tracker.store.StoreLock}.
     *
     * @throws UsageException when the vendor cannot be called so
     * @throws SpecException when a document cannot be read, is refused or cannot become a client
     */
    public Added add(Wish wish) {
        VendorName.check(wish.vendor(), workspace);
        Discovery.Discovered found = discovery.discover(wish.sources(), wish.spec(), wish.access());
        usable(wish, found);
        Path staged = workspace.root().resolve("target/lockstep/adding").resolve(wish.vendor());
        Folders.delete(staged);
        try {
            VendorFolder folder = new VendorFolder(staged);
            Added added = staged(wish, found, folder);
            commit(folder, added);
            return added;
        } finally {
            Folders.delete(staged);
        }
    }

    private static void usable(Wish wish, Discovery.Discovered found) {
        List<Block> refused = found.blocks().stream()
                .filter(block -> block.outcome() != BlockOutcome.OK)
                .toList();
        if (!refused.isEmpty()) {
            Block first = refused.get(0);
            String others = refused.size() == 1 ? "" : " (and " + (refused.size() - 1) + " more cannot be used)";
            throw new SpecException(first.page(), first.line(), "#", first.reason() + others);
        }
        if (found.specs().size() > 1 && wish.spec() == null) {
            throw new SpecException(
                    wish.sources().get(0),
                    0,
                    "#",
                    "the pages are of several specs: " + String.join(", ", found.specs())
                            + "; choose one with --spec NAME, and add each as a vendor of its own");
        }
    }

    private Added staged(Wish wish, Discovery.Discovered found, VendorFolder folder) {
        List<Published> published = wanted(wish, found);
        List<Source> sources = new ArrayList<>(found.sources());
        Set<String> dropped = new HashSet<>();
        found.published().forEach(each -> dropped.add(each.source().file()));
        published.forEach(each -> dropped.remove(each.source().file()));
        sources.removeIf(source -> source.kind() == Source.Kind.PAGE && dropped.contains(source.file()));

        GeneratorOptions names = GeneratorOptions.builder(wish.vendor()).build();
        VendorConfig plain = new VendorConfig(
                wish.vendor(),
                sources,
                wish.spec(),
                wish.access(),
                wish.operations(),
                wish.server(),
                new ClientNames(GROUP, names.packageName(), names.className(), FIRST),
                new TreeMap<>());
        SpecAssembler.Assembled assembled = assemble(folder, plain, published);
        List<Prefix> prefixes = Prefix.of(assembled.document().root());
        if (!prefixes.isEmpty()) {
            VendorStore.replace(folder.overlay(), Prefix.overlay(wish.vendor(), prefixes));
            assembled = assemble(folder, plain, published);
        }
        ClientModel model = ClientGenerator.model(
                assembled.document(),
                GeneratorOptions.builder(wish.vendor())
                        .server(assembled.server())
                        .ownExtensions(true)
                        .build());
        SortedMap<String, String> credentials = new TreeMap<>();
        model.schemes().forEach(scheme -> credentials.put(scheme.name(), scheme.suffix()));
        VendorConfig config = new VendorConfig(
                plain.name(),
                plain.sources(),
                plain.spec(),
                plain.access(),
                plain.operations(),
                plain.server(),
                plain.client(),
                credentials);
        VendorStore.replace(folder.vendorYaml(), VendorYaml.text(config));
        ClientBuild.Built client =
                build.build(config, assembled.document(), assembled.server(), FIRST, new TreeMap<>());
        new Updater(today).lock(new Candidate(folder, config, published, assembled, null, null, client, FIRST), null);
        return added(config, found, assembled, model, client, prefixes);
    }

    /** Without a usable server there is no client; what to do is said in the words of the command line. */
    private static SpecAssembler.Assembled assemble(
            VendorFolder folder, VendorConfig config, List<Published> published) {
        try {
            SpecAssembler.Assembled assembled = SpecAssembler.assemble(folder, config, published);
            String server = config.server();
            if (server != null && !server.replaceFirst("/$", "").equals(assembled.server())) {
                throw new SpecException(
                        published.get(0).name(),
                        0,
                        "#",
                        "--server " + server + " is none of the published servers; " + assembled.server()
                                + " is one, and leaving --server out takes it");
            }
            return assembled;
        } catch (SpecException e) {
            if (e.pointer().equals("#/server") && config.server() == null) {
                String reason = e.reason().replace("; write the base URL as server: https://…", "");
                throw new SpecException(
                        published.get(0).name(), 0, "#", reason + ": which host? Add it with --server https://…");
            }
            if (e.pointer().equals("#/operations")) {
                throw new SpecException(published.get(0).name(), 0, "#", e.reason());
            }
            throw e;
        }
    }

    /** Pages without a wanted operation are not read again; whole specs and what an index led to stay. */
    private static List<Published> wanted(Wish wish, Discovery.Discovered found) {
        List<OperationPattern> wishes = OperationPattern.all(wish.operations());
        if (wishes.isEmpty() || wish.operations().stream().anyMatch(text -> text.startsWith("tag:"))) {
            return found.published();
        }
        List<Published> wanted = new ArrayList<>();
        for (Published document : found.published()) {
            boolean named = found.sources().contains(document.source());
            boolean offers = found.blocks().stream()
                    .filter(block -> block.page().equals(document.name()))
                    .flatMap(block -> block.operations().stream())
                    .anyMatch(key -> wishes.stream().anyMatch(each -> each.matches(key, List.of())));
            if (offers || !named || document.source().kind() != Source.Kind.PAGE) {
                wanted.add(document);
            }
        }
        return wanted.isEmpty() ? found.published() : wanted;
    }

    private Added added(
            VendorConfig config,
            Discovery.Discovered found,
            SpecAssembler.Assembled assembled,
            ClientModel model,
            ClientBuild.Built client,
            List<Prefix> prefixes) {
        List<String> notes = new ArrayList<>();
        for (Diagnostic note : found.notes()) {
            notes.add(note.toString());
        }
        for (Diagnostic note : assembled.notes()) {
            notes.add(note.toString());
        }
        notes.addAll(client.notes());
        List<String> credentials = new ArrayList<>();
        for (SchemeModel scheme : model.schemes()) {
            String name = config.name() + "." + scheme.suffix();
            credentials.add(
                    scheme.kind() == SchemeModel.Kind.BASIC
                            ? Config.environmentName(name + ".username") + " and "
                                    + Config.environmentName(name + ".password") + " (" + scheme.name() + ")"
                            : Config.environmentName(name) + " (" + scheme.name() + ")");
        }
        return new Added(
                config.name(),
                config.client().packageName() + "." + config.client().className(),
                FIRST,
                assembled.server(),
                assembled.operations(),
                credentials,
                new ClientModules(workspace.root()).exist(),
                Questions.of(config, assembled.document().root(), found, assembled.server(), prefixes),
                notes);
    }

    /** The folder first, which nothing refers to yet; the list of modules, which makes it count, last. */
    private void commit(VendorFolder staged, Added added) {
        String vendor = added.vendor();
        Path target = workspace.specs().resolve(vendor);
        ClientModules modules = new ClientModules(workspace.root());
        try {
            Files.createDirectories(workspace.specs());
            Files.move(staged.path(), target, StandardCopyOption.ATOMIC_MOVE);
            if (added.module()) {
                String client = added.client().substring(added.client().lastIndexOf('.') + 1);
                modules.list(vendor, client.replaceFirst("Client$", ""));
            }
        } catch (IOException | RuntimeException e) {
            if (added.module()) {
                modules.unlist(vendor);
                Folders.delete(modules.module(vendor));
            }
            Folders.delete(target);
            if (e instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new UncheckedIOException("cannot write " + target + "; nothing was added", (IOException) e);
        }
    }
}
