package dev.lockstep.tracker.add;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.tracker.page.Block;
import dev.lockstep.tracker.source.Discovery;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the documents leave open, or say only in prose: what a person should confirm who adds a vendor. */
final class Questions {
    private static final Pattern CHANGES = Pattern.compile(
            "(?i).*\\b(end|stop|terminate|cancel|delete|remove|start|create|send|close|reset|revoke)s?\\b.*");
    private static final Pattern REPEATABLE = Pattern.compile("(?is).*\\bidempoten(?:t|cy)\\b.*");
    private static final int MOST = 5;

    private final List<String> questions = new ArrayList<>();
    private final String vendor;
    private final JsonNode root;

    private Questions(String vendor, JsonNode root) {
        this.vendor = vendor;
        this.root = root;
    }

    /**
     * The questions, most urgent first.
     *
     * @param root the vendor's spec, merged and cut down to what is wanted
     * @param found what was published
     * @param server the base URL that was taken
     * @param prefixes words before keys that the overlay now has
     */
    static List<String> of(
            VendorConfig config, JsonNode root, Discovery.Discovered found, String server, List<Prefix> prefixes) {
        Questions questions = new Questions(config.name(), root);
        questions.servers(config, found, server);
        prefixes.forEach(prefix -> questions.questions.add("the text of the scheme " + prefix.scheme() + " says "
                + prefix.word() + ": confirm that its key is sent as \"" + prefix.word()
                + " <key>\" (specs/" + config.name() + "/overlay.yaml)"));
        questions.bareKeys(prefixes);
        questions.security();
        questions.repetition();
        questions.addresses(config);
        return List.copyOf(questions.questions);
    }

    private void servers(VendorConfig config, Discovery.Discovered found, String server) {
        if (config.server() != null) {
            return;
        }
        Set<String> others = new LinkedHashSet<>();
        for (Block block : found.blocks()) {
            if (block.document() != null) {
                for (JsonNode each : block.document().root().path("servers")) {
                    others.add(each.path("url").asText());
                }
            }
        }
        others.removeIf(url -> url.equals(server) || url.equals(server + "/"));
        if (!others.isEmpty()) {
            questions.add("calls go to " + server + "; also published: " + String.join(", ", others)
                    + ". Is the first one right? (server: in vendor.yaml)");
        }
    }

    /** An {@code Authorization} header without a word before its key is rare, and rarely meant. */
    private void bareKeys(List<Prefix> prefixes) {
        for (Map.Entry<String, JsonNode> scheme :
                root.path("components").path("securitySchemes").properties()) {
            JsonNode value = scheme.getValue();
            boolean bare = value.path("type").asText().equals("apiKey")
                    && value.path("in").asText().equals("header")
                    && value.path("name").asText().equalsIgnoreCase("Authorization")
                    && prefixes.stream().noneMatch(prefix -> prefix.scheme().equals(scheme.getKey()));
            if (bare) {
                questions.add(
                        "the scheme " + scheme.getKey() + " sends its key bare in Authorization: confirm, or give the"
                                + " word before it as x-lockstep-auth-prefix in an overlay.yaml");
            }
        }
    }

    private void security() {
        List<String> open = new ArrayList<>();
        boolean any = false;
        for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
            boolean stated = operation.getValue().has("security") || root.has("security");
            any |= stated;
            if (!stated) {
                open.add(operation.getKey());
            }
        }
        if (!any) {
            questions.add(
                    "no security in the documents, so that no key is sent: is that right? (a scheme in overlay.yaml"
                            + " otherwise)");
        } else if (!open.isEmpty()) {
            questions.add("no security is stated, so that no key is sent, for " + some(open) + ": is that right?");
        }
    }

    private void repetition() {
        List<String> repeatable = new ArrayList<>();
        List<String> changing = new ArrayList<>();
        operations().forEach((key, operation) -> {
            String words = operation.path("operationId").asText() + " "
                    + operation.path("summary").asText();
            if (REPEATABLE
                            .matcher(operation.path("description").asText() + " " + words)
                            .matches()
                    && !operation.has("x-lockstep-retry")) {
                repeatable.add(key);
            }
            String last = key.substring(key.lastIndexOf('/') + 1);
            if (key.startsWith("GET ")
                    && (CHANGES.matcher(last).matches()
                            || CHANGES.matcher(operation.path("summary").asText())
                                    .matches())
                    && !last.endsWith("s")) {
                changing.add(key);
            }
        });
        if (!repeatable.isEmpty()) {
            questions.add("the text speaks of idempotency at " + some(repeatable)
                    + ": where a repetition changes nothing, say x-lockstep-retry: always in overlay.yaml; until then a"
                    + " call that may have arrived is not repeated");
        }
        if (!changing.isEmpty()) {
            questions.add("a GET that seems to change something: " + some(changing)
                    + "; it is not repeated once it may have arrived");
        }
    }

    private void addresses(VendorConfig config) {
        List<String> open = config.sources().stream()
                .filter(source -> source.url().isEmpty())
                .map(Source::file)
                .toList();
        if (!open.isEmpty()) {
            questions.add("where is it published? " + some(open) + " came from a file: write its url in specs/" + vendor
                    + "/vendor.yaml, or ./lockstep update cannot read it again");
        }
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        SpecOperation.all(SpecDocument.of(root))
                .forEach(operation ->
                        operations.put(operation.key(), operation.node().value()));
        return operations;
    }

    /** The first few of a list, and how many more there are. */
    static String some(List<String> all) {
        return all.size() <= MOST
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, MOST))
                        + String.format(Locale.ROOT, " and %d more", all.size() - MOST);
    }
}
