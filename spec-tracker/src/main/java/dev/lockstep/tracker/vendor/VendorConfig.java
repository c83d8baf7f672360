package dev.lockstep.tracker.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.document.Pointer;
import dev.lockstep.generator.document.SpecDocument;
import dev.lockstep.generator.document.SpecException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
 * @param operations the wanted operations as {@code METHOD /path}; empty means all
 * @param server the base URL among several, or where the vendor publishes none; null means the first published one
 * @param client what the client is called
 * @param credentials configuration suffix by security scheme
 */
public record VendorConfig(
        String name,
        List<Source> sources,
        List<String> operations,
        @Nullable String server,
        ClientNames client,
        SortedMap<String, String> credentials) {
    private static final Set<String> KEYS =
            new TreeSet<>(List.of("client", "credentials", "name", "operations", "server", "sources"));
    private static final Set<String> CLIENT_KEYS = new TreeSet<>(List.of("className", "group", "package", "version"));
    private static final Set<String> SOURCE_KEYS = new TreeSet<>(List.of("file", "url"));
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)+");
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]{0,99}");
    private static final Pattern VERSION = Pattern.compile("(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)");
    private static final Pattern FILE = Pattern.compile("pages/[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern OPERATION = Pattern.compile("(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) /\\S*");
    private static final Pattern SUFFIX = Pattern.compile("[a-z][a-z0-9-]*");

    public VendorConfig {
        sources = List.copyOf(sources);
        operations = List.copyOf(operations);
        credentials = Collections.unmodifiableSortedMap(new TreeMap<>(credentials));
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
            return new VendorConfig(name, sources(), operations(), optional("server"), client(), credentials());
        }

        private List<Source> sources() {
            List<Source> sources = new ArrayList<>();
            Set<String> files = new HashSet<>();
            JsonNode list = list("sources");
            for (int i = 0; i < list.size(); i++) {
                String pointer = Pointer.child("#/sources", i);
                known(list.get(i), pointer, SOURCE_KEYS);
                String file = text(pointer, "file", FILE, "a file in pages/, such as pages/end-conversation.md");
                if (!files.add(file)) {
                    throw document.refusal(Pointer.child(pointer, "file"), file + " is named twice");
                }
                sources.add(new Source(text(pointer, "url", null, "the address at which the page is published"), file));
            }
            if (sources.isEmpty()) {
                throw document.refusal("#/sources", "sources: at least one is needed, each with a url and a file");
            }
            return sources;
        }

        private List<String> operations() {
            List<String> operations = new ArrayList<>();
            JsonNode list = list("operations");
            for (int i = 0; i < list.size(); i++) {
                String operation = list.get(i).asText();
                if (!OPERATION.matcher(operation).matches()) {
                    throw document.refusal(
                            Pointer.child("#/operations", i),
                            "\"" + operation + "\" is no operation; write METHOD /path, such as POST /v2/things");
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
            return new ClientNames(
                    text("#/client", "group", PACKAGE, "a Maven group such as dev.lockstep"),
                    text("#/client", "package", PACKAGE, "a Java package such as dev.lockstep.vendor.tavus"),
                    text("#/client", "className", CLASS, "a Java class name such as TavusClient"),
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

        private JsonNode list(String key) {
            JsonNode list = document.root().path(key);
            if (!list.isMissingNode() && !list.isArray()) {
                throw document.refusal(Pointer.of(key), key + ": is a list");
            }
            return list;
        }

        private @Nullable String optional(String key) {
            return document.root().has(key) ? text(Pointer.ROOT, key, null, "a base URL") : null;
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
