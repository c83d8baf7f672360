package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.client.ApiException;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls each operation whose path begins with a parameter, with a segment that holds a colon, or with nothing, once below a base
 * URL with a path and once below one without; compares the path that arrives with the document's.
 */
class FirstSegmentCorpusTest {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
    private static final AtomicInteger CALLED = new AtomicInteger();

    @TempDir
    static Path folder;

    @AfterAll
    static void figures() {
        System.out.println("gate corpus-first-segment-called " + CALLED);
    }

    @TestFactory
    Stream<DynamicTest> arriveAtTheDocumentedPath() throws Exception {
        return Corpus.tests(FirstSegmentCorpusTest::check);
    }

    private static void check(Path file) throws Exception {
        SpecDocument document = SpecReader.read(file);
        Map<String, String> documented = paths(document);
        if (documented.isEmpty()) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        int called = 0;
        try (CompiledClient client = CompiledClient.of(only(document), Corpus.clientName(file), folder);
                Wire below = Wire.of(client, "/base/v1");
                Wire bare = Wire.of(client, "")) {
            for (Map.Entry<String, String> each : documented.entrySet()) {
                int before = wrong.size();
                call(client, below, "/base/v1", each.getKey(), each.getValue(), wrong);
                call(client, bare, "", each.getKey(), each.getValue(), wrong);
                called += wrong.size() == before ? 1 : 0;
            }
        }
        CALLED.addAndGet(called);
        System.out.println(Corpus.name(file) + ": " + called + " of " + documented.size()
                + " operations called whose first segment is empty, a parameter, or has a colon");
        assertEquals(List.of(), wrong);
    }

    private static void call(
            CompiledClient client, Wire wire, String base, String key, String template, List<String> wrong)
            throws Exception {
        OperationModel operation = client.model().operations().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
        Arguments arguments = Arguments.of(client, operation);
        wire.server().enqueue(new MockResponse.Builder().code(204).build());
        String failure = "";
        try {
            Object result = wire.execute(operation.name(0), arguments.values());
            if (result instanceof AutoCloseable stream) {
                stream.close();
            }
        } catch (ApiException answer) {
            failure = " " + answer; // a documented answer without its body: the request counts
        } catch (IllegalArgumentException refusal) {
            wrong.add(key + ": " + refusal);
            return;
        }
        RecordedRequest request = wire.server().takeRequest(5, TimeUnit.SECONDS);
        String expected = key.substring(0, key.indexOf(' ')) + " " + base + filled(template, arguments);
        String arrived = request == null
                ? "nothing" + failure
                : request.getMethod() + " " + request.getTarget().split("\\?", 2)[0];
        if (!arrived.equals(expected)) {
            wrong.add(expected + " was expected, and " + arrived + " arrived");
        }
    }

    /** The path of a template with the encoded texts in it. */
    private static String filled(String template, Arguments arguments) {
        Matcher placeholder = PLACEHOLDER.matcher(template.split("[?#]", 2)[0]);
        return placeholder.replaceAll(found -> {
            JsonNode value = arguments.path().get(found.group(1));
            if (value == null) {
                throw new AssertionError(found.group(1) + " of " + template + " was not given");
            }
            return Matcher.quoteReplacement(encoded(value.asText()));
        });
    }

    /** As other code does it: what a form's encoding does otherwise than RFC 3986 is put right. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static boolean isSpecial(String path) {
        String first = path.substring(1).split("[/?#]", 2)[0];
        return first.isEmpty() || first.contains("{") || first.contains(":");
    }

    /** Keys of the document's operations with such a path, and the path. */
    private static Map<String, String> paths(SpecDocument document) {
        Map<String, String> paths = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : document.root().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (isSpecial(path.getKey()) && METHODS.contains(operation.getKey())) {
                    paths.put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), path.getKey());
                }
            }
        }
        return paths;
    }

    /** The document with these operations alone, and the schemas that they may reach: less to compile. */
    private static SpecDocument only(SpecDocument document) {
        ObjectNode root = document.root().deepCopy();
        ObjectNode paths = (ObjectNode) root.path("paths");
        paths.remove(paths.properties().stream()
                .map(Map.Entry::getKey)
                .filter(path -> !isSpecial(path))
                .toList());
        if (root.path("components").path("schemas") instanceof ObjectNode schemas) {
            ObjectNode rest = root.deepCopy();
            ((ObjectNode) rest.path("components")).remove("schemas");
            schemas.retain(named(rest, schemas));
        }
        return document.withRoot(root);
    }

    /** The schemas that any text names, from a node on; some of those texts may be prose. */
    private static Set<String> named(JsonNode from, ObjectNode schemas) {
        Set<String> named = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            JsonNode node = open.remove();
            node.forEach(open::add);
            for (String token : node.asText("").split("/", -1)) {
                String name = token.replace("~1", "/").replace("~0", "~");
                if (schemas.has(name) && named.add(name)) {
                    open.add(schemas.path(name));
                }
            }
        }
        return named;
    }
}
