package dev.lockstep.tracker.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.names.Reserved;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a team writes down about a vendor: {@code vendor.yaml}.
 *
 * @param name the vendor's name, also of its folder and of its configuration
 * @param sources what is read, in order; for info and root tags the later one wins
 * @param spec which of the vendor's specs the client is made of, as its pages' fences name it; null where there is one
 * @param access how documents that are not public are read
 * @param operations what is wanted, as {@link OperationPattern} reads it; empty means all
 * @param server the base URL among several, or where the vendor publishes none; null means the first published one
 * @param client what the client is called
 * @param credentials configuration suffix by security scheme
 */
public record VendorConfig(
        String name,
        List<Source> sources,
        @Nullable String spec,
        List<Access> access,
        List<String> operations,
        @Nullable String server,
        ClientNames client,
        SortedMap<String, String> credentials) {
    private static final Set<String> KEYS = new TreeSet<>(
            List.of("access", "client", "credentials", "name", "operations", "server", "sources", "spec"));
    private static final Set<String> CLIENT_KEYS = new TreeSet<>(List.of("className", "group", "package", "version"));
    private static final Set<String> SOURCE_KEYS = new TreeSet<>(List.of("file", "kind", "pages", "url"));
    private static final Set<String> ACCESS_KEYS = new TreeSet<>(List.of("header", "host", "prefix", "variable"));
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)+");
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]{0,99}");
    private static final Pattern VERSION = Pattern.compile("(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)");
    private static final Pattern FILE = Pattern.compile("pages/[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern URL = Pattern.compile("https?://[^\\s/]+\\S*");
    private static final Pattern KIND = Pattern.compile("page|spec|index");
    private static final Pattern PATTERN = Pattern.compile("/\\S*");
    private static final Pattern SUFFIX = Pattern.compile("[a-z][a-z0-9-]*");

    public VendorConfig {
        sources = List.copyOf(sources);
        access = List.copyOf(access);
        operations = List.copyOf(operations);
        credentials = Collections.unmodifiableSortedMap(new TreeMap<>(credentials));
    }

    /** One without access and without a choice among specs. */
    public VendorConfig(
            String name,
            List<Source> sources,
            List<String> operations,
            @Nullable String server,
            ClientNames client,
            SortedMap<String, String> credentials) {
        this(name, sources, null, List.of(), operations, server, client, credentials);
    }

    /**
     * Reads {@code vendor.yaml}.
     *
     * @throws SpecException with the line, what is wrong and what would be right
     */
    public static VendorConfig read(VendorFolder folder) {
        SpecDocument document = folder.document(folder.vendorYaml());
        VendorConfig config = of(document);
        if (!config.name().equals(folder.name())) {
            throw document.refusal("#/name", "name: " + config.name() + " is not its folder's, " + folder.name());
        }
        return config;
    }

    /** Reads {@code vendor.yaml} from a document. */
    public static VendorConfig of(SpecDocument document) {
        return new Reader(document).read();
    }

    /** Reads one file; keeps the document for places in messages. */
    private record Reader(SpecDocument document) {
        VendorConfig read() {
            known(document.root(), Pointer.ROOT, KEYS);
            String name = text(Pointer.ROOT, "name", NAME, "a name in lower case such as tavus");
            return new VendorConfig(
                    name,
                    sources(),
                    optional("spec", "the name of a spec, as the pages' fences have it"),
                    access(),
                    operations(),
                    optional("server", "a base URL"),
                    client(),
                    credentials());
        }

        private List<Source> sources() {
            List<Source> sources = new ArrayList<>();
            Set<String> files = new HashSet<>();
            JsonNode list = list(Pointer.ROOT, "sources");
            for (int i = 0; i < list.size(); i++) {
                String pointer = Pointer.child("#/sources", i);
                known(list.get(i), pointer, SOURCE_KEYS);
                Source source = source(list.get(i), pointer);
                if (!source.file().isEmpty() && !files.add(source.file())) {
                    throw document.refusal(Pointer.child(pointer, "file"), source.file() + " is named twice");
                }
                if (source.kind() == Source.Kind.INDEX
                        && sources.stream().anyMatch(other -> other.kind() == Source.Kind.INDEX)) {
                    throw document.refusal(pointer, "a second index; a vendor has one at most");
                }
                sources.add(source);
            }
            if (sources.isEmpty()) {
                throw document.refusal("#/sources", "sources: at least one is needed, each with a url and a file");
            }
            return sources;
        }

        private Source source(JsonNode source, String pointer) {
            boolean isIndex = source.path("kind").asText().equals(Source.Kind.INDEX.text());
            if (isIndex) {
                if (source.has("file")) {
                    throw document.refusal(
                            Pointer.child(pointer, "file"), "file: an index is read anew each time and not kept");
                }
                return Source.index(text(pointer, "url", URL, "the address of an llms.txt"), pages(pointer));
            }
            if (source.has("pages")) {
                throw document.refusal(
                        Pointer.child(pointer, "pages"), "pages: chooses among the pages of an index; add kind: index");
            }
            String file = text(pointer, "file", FILE, "a file in pages/, such as pages/end-conversation.md");
            String url = source.has("url") ? text(pointer, "url", URL, "the https address of the page") : "";
            Source.Kind kind = Source.Kind.ofFile(file);
            if (source.has("kind")) {
                text(pointer, "kind", KIND, "page, spec or index");
                kind = Source.Kind.valueOf(source.path("kind").textValue().toUpperCase(Locale.ROOT));
            }
            return new Source(url, file, kind, List.of());
        }

        private List<String> pages(String pointer) {
            List<String> pages = new ArrayList<>();
            JsonNode list = list(pointer, "pages");
            for (int i = 0; i < list.size(); i++) {
                String at = Pointer.child(Pointer.child(pointer, "pages"), i);
                if (!PATTERN.matcher(list.get(i).asText()).matches()) {
                    throw document.refusal(
                            at,
                            "\"" + list.get(i).asText()
                                    + "\" is no pattern of a path; write one such as /api-reference/**");
                }
                pages.add(list.get(i).textValue());
            }
            return pages;
        }

        private List<Access> access() {
            List<Access> all = new ArrayList<>();
            JsonNode list = list(Pointer.ROOT, "access");
            for (int i = 0; i < list.size(); i++) {
                String pointer = Pointer.child("#/access", i);
                known(list.get(i), pointer, ACCESS_KEYS);
                JsonNode prefix = list.get(i).path("prefix");
                all.add(new Access(
                        text(pointer, "host", Access.HOST, "a host in lower case such as docs.acme.com"),
                        text(pointer, "header", Access.HEADER, "a header's name such as Authorization"),
                        prefix.isMissingNode()
                                ? ""
                                : text(
                                        pointer,
                                        "prefix",
                                        Access.PREFIX,
                                        "a word before the value, such as \"Bearer \""),
                        text(
                                pointer,
                                "variable",
                                Access.VARIABLE,
                                "an environment variable's name such as ACME_DOCS_TOKEN")));
            }
            return all;
        }

        private List<String> operations() {
            List<String> operations = new ArrayList<>();
            JsonNode list = list(Pointer.ROOT, "operations");
            for (int i = 0; i < list.size(); i++) {
                JsonNode tag = list.get(i).path("tag");
                String operation =
                        tag.isTextual() ? "tag:" + tag.textValue() : list.get(i).asText();
                try {
                    OperationPattern.of(operation);
                } catch (IllegalArgumentException e) {
                    throw document.refusal(Pointer.child("#/operations", i), String.valueOf(e.getMessage()));
                }
                if (operations.contains(operation)) {
                    throw document.refusal(Pointer.child("#/operations", i), operation + " is named twice");
                }
                operations.add(operation);
            }
            return operations;
        }

        private ClientNames client() {
            JsonNode client = document.root().path("client");
            known(client, "#/client", CLIENT_KEYS);
            String className = text("#/client", "className", CLASS, "a Java class name such as TavusClient");
            if (Reserved.library().containsKey(className)) {
                throw document.refusal(
                        "#/client/className", "className: \"" + className + "\" is a class that generated code uses");
            }
            return new ClientNames(
                    text("#/client", "group", PACKAGE, "a Maven group such as dev.lockstep"),
                    text("#/client", "package", PACKAGE, "a Java package such as dev.lockstep.vendor.tavus"),
                    className,
                    text("#/client", "version", VERSION, "a version such as 1.0.0"));
        }

        private SortedMap<String, String> credentials() {
            SortedMap<String, String> credentials = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field :
                    document.root().path("credentials").properties()) {
                credentials.put(
                        field.getKey(),
                        text("#/credentials", field.getKey(), SUFFIX, "a configuration suffix such as api-key"));
            }
            return credentials;
        }

        private JsonNode list(String parent, String key) {
            String pointer = Pointer.child(parent, key);
            JsonNode list = document.at(pointer);
            if (!list.isMissingNode() && !list.isArray()) {
                throw document.refusal(pointer, key + ": is a list");
            }
            return list;
        }

        private @Nullable String optional(String key, String example) {
            return document.root().has(key) ? text(Pointer.ROOT, key, null, example) : null;
        }

        private String text(String parent, String key, @Nullable Pattern form, String example) {
            String pointer = Pointer.child(parent, key);
            JsonNode value = document.at(pointer);
            if (!value.isTextual() || value.textValue().isBlank()) {
                throw document.refusal(pointer, (value.isMissingNode() ? "lacks " : "") + key + ": " + example);
            }
            if (form != null && !form.matcher(value.textValue()).matches()) {
                throw document.refusal(pointer, key + ": \"" + value.textValue() + "\" is not " + example);
            }
            return value.textValue();
        }

        private void known(JsonNode object, String pointer, Set<String> keys) {
            object.fieldNames().forEachRemaining(name -> {
                if (!keys.contains(name)) {
                    String hint = Nearest.hint(name, keys);
                    throw document.refusal(
                            Pointer.child(pointer, name),
                            "unknown key " + name + (hint.isEmpty() ? "; known are " + String.join(", ", keys) : hint));
                }
            });
        }
    }
}
