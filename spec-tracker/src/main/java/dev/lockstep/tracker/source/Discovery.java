package dev.lockstep.tracker.source;

import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.page.Block;
import dev.lockstep.tracker.page.PageReader;
import dev.lockstep.tracker.workspace.Access;
import dev.lockstep.tracker.workspace.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what somebody means who names a vendor's sources: files, folders of pages, addresses of pages and specs, an
 * {@code llms.txt}, or the front page of a docs site.
 */
public final class Discovery {
    private final Fetcher fetcher;

    /** One that reads addresses through a fetcher. */
    public Discovery(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * What was found.
     *
     * @param sources for {@code vendor.yaml}, in the order in which they were named
     * @param published the documents themselves; what an index led to stands in its place
     * @param blocks of all documents, refused ones included
     * @param specs what the pages call the specs that they were cut from, sorted; more than one needs a choice
     * @param notes what was left out or decided on the way
     */
    public record Discovered(
            List<Source> sources,
            List<Published> published,
            List<Block> blocks,
            Set<String> specs,
            List<Diagnostic> notes) {
        public Discovered {
            sources = List.copyOf(sources);
            published = List.copyOf(published);
            blocks = List.copyOf(blocks);
            specs = java.util.Collections.unmodifiableSet(new TreeSet<>(specs));
            notes = List.copyOf(notes);
        }

        /** The operations of all documents, in their order. */
        public Set<String> operations() {
            Set<String> operations = new LinkedHashSet<>();
            blocks.forEach(block -> operations.addAll(block.operations()));
            return operations;
        }
    }

    /**
     * Reads everything that is named.
     *
     * @param named paths or addresses, at least one
     * @param spec which of several specs is wanted, as the pages' fences name it; null to take the only one
     * @param access how hosts are read whose documents are not public
     * @throws SpecException when one of them cannot be read
     */
    public Discovered discover(List<String> named, @Nullable String spec, List<Access> access) {
        Found found = new Found(spec, access);
        for (String name : named) {
            if (name.startsWith("https://") || name.startsWith("http://")) {
                found.address(name);
            } else {
                found.path(Path.of(name));
            }
        }
        return found.all();
    }

    /** Collects, and names the files. */
    private final class Found {
        private final @Nullable String spec;
        private final List<Access> access;
        private final FileNames names = new FileNames(List.of());
        private final List<Source> sources = new ArrayList<>();
        private final List<Published> published = new ArrayList<>();
        private final List<Diagnostic> notes = new ArrayList<>();

        Found(@Nullable String spec, List<Access> access) {
            this.spec = spec;
            this.access = access;
        }

        void path(Path path) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.filter(Files::isRegularFile)
                            .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                            .sorted()
                            .forEach(this::file);
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot list " + path, e);
                }
            } else {
                file(path);
            }
        }

        private void file(Path path) {
            if (!Files.isRegularFile(path)) {
                throw new SpecException(path.toString(), 0, "#", "no such file");
            }
            byte[] bytes;
            try {
                bytes = Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
            String name = path.toString().replace('\\', '/');
            String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            if (!PageReader.offers(text) && Index.is(text)) {
                throw new SpecException(
                        name, 0, "#", "is an index (llms.txt): name its address, since its links are read from there");
            }
            Source.Kind kind = PageReader.isWhole(text) ? Source.Kind.SPEC : Source.Kind.PAGE;
            Source file = names.source(address(path), kind);
            add(new Published(new Source("", file.file(), kind, List.of()), name, bytes));
        }

        /** What stands for an address: it begins with the file's name, and tells apart two of one name. */
        private static String address(Path path) {
            try {
                return new URI("file", null, "/" + path.getFileName(), path.toString()).toString();
            } catch (URISyntaxException e) {
                throw new SpecException(path.toString(), 0, "#", "its name cannot be part of an address");
            }
        }

        /** Reads an address, or what stands for it where it is a web page. */
        void address(String url) {
            try {
                take(url, fetcher.fetch(url, Fetcher.SPEC, null, access));
            } catch (Fetcher.FetchException e) {
                for (String other : insteadOf(url)) {
                    Fetcher.Fetched fetched = attempt(other);
                    if (fetched != null) {
                        notes.add(Diagnostic.note(url, e.reason() + "; " + other + " is read in its place"));
                        take(other, fetched);
                        return;
                    }
                }
                throw new SpecException(url, 0, "#", e.reason());
            }
        }

        /** Docs sites serve a page's Markdown beside it, and an index at the top. */
        private List<String> insteadOf(String url) {
            String plain = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            if (plain.matches(".*\\.(md|mdx|txt|json|ya?ml)")) {
                return List.of();
            }
            URI uri = URI.create(plain);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            Set<String> others = new LinkedHashSet<>();
            if (path.length() > 1) {
                others.add(plain + ".md");
            }
            others.add(plain + "/llms.txt");
            others.add(uri.resolve("/llms.txt").toString());
            return List.copyOf(others);
        }

        private Fetcher.@Nullable Fetched attempt(String url) {
            try {
                return fetcher.fetch(url, Fetcher.SPEC, null, access);
            } catch (Fetcher.FetchException e) {
                // The next one may be there; if none is, the first failure is told.
                return null;
            }
        }

        private void take(String url, Fetcher.Fetched fetched) {
            ByteString body = java.util.Objects.requireNonNull(fetched.body());
            String text = body.utf8();
            if (!PageReader.offers(text) && Index.is(text)) {
                Source index = Source.index(url, List.of());
                PageFetches fetches = new PageFetches(source ->
                        source.equals(index) ? new Published(index, url, body.toByteArray()) : fetched(source));
                Reading reading = new IndexReader(index, List.of(), spec, fetches).read();
                sources.add(index);
                published.addAll(reading.published());
                notes.addAll(reading.notes());
                return;
            }
            Source.Kind kind = PageReader.isWhole(text) ? Source.Kind.SPEC : Source.Kind.PAGE;
            add(new Published(names.source(url, kind), url, body.toByteArray()));
        }

        private Published fetched(Source source) throws Fetcher.FetchException {
            long cap = source.kind() == Source.Kind.SPEC ? Fetcher.SPEC : Fetcher.PAGE;
            Fetcher.Fetched fetched = fetcher.fetch(source.url(), cap, null, access);
            return new Published(
                    source,
                    source.url(),
                    java.util.Objects.requireNonNull(fetched.body()).toByteArray());
        }

        private void add(Published document) {
            if (!sources.contains(document.source())) {
                sources.add(document.source());
                published.add(document);
            }
        }

        Discovered all() {
            List<Block> blocks = new ArrayList<>();
            Set<String> specs = new TreeSet<>();
            for (Published document : published) {
                for (Block block : PageReader.read(document.text(), document.name())) {
                    blocks.add(block);
                    if (block.spec() != null) {
                        specs.add(block.spec());
                    }
                }
            }
            return new Discovered(sources, published, blocks, specs, notes);
        }
    }
}
