package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds requests against one operation of a document: what a server that does as it is written would refuse. */
final class RequestCheck {
    /** OpenAPI, Parameter Object: header parameters of these names mean nothing. */
    private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

    private final SpecOperation operation;
    private final Schemas schemas;
    private final Typed typed;
    private final BodyCheck bodies;

    /**
     * @param operation of a document without what no request holds
     */
    RequestCheck(SpecOperation operation, Schemas schemas) {
        SpecDocument document = operation.node().document();
        this.operation = operation;
        this.schemas = schemas;
        this.typed = new Typed(document);
        this.bodies = new BodyCheck(document, schemas);
    }

    /**
     * What is wrong with a request.
     *
     * @param base path of the base URL, without a slash at its end
     * @param headers lower-case names of the headers and cookies that the client knows
     */
    Set<Failure> failures(Loopback.Sent sent, String base, Set<String> headers) {
        Set<Failure> failures = new TreeSet<>();
        Pairs query = new Pairs(sent.query());
        Pairs cookies = new Pairs(
                String.join("&", sent.header("cookie").isEmpty() ? List.of() : cookies(sent.header("cookie"))));
        Map<String, String> segments = segments(sent.path(), base);
        Set<String> documented = new TreeSet<>();
        for (Node written : operation.parameters()) {
            Node parameter = written.resolved();
            String in = parameter.text("in");
            String name = parameter.text("name");
            SentParameter reader = new SentParameter(typed, parameter.value());
            switch (in) {
                case "query" -> judge(parameter, reader.query(query), failures);
                case "cookie" -> {
                    documented.add("cookie " + name);
                    judge(parameter, reader.query(cookies), failures);
                }
                case "path" -> {
                    String raw = segments.get(name);
                    if (raw != null) {
                        judge(parameter, reader.segment(raw), failures);
                    }
                }
                case "header" -> {
                    if (!IGNORED.contains(name.toLowerCase(Locale.ROOT))) {
                        documented.add("header " + name.toLowerCase(Locale.ROOT));
                        String value = sent.header(name);
                        judge(
                                parameter,
                                value.isEmpty() ? SentParameter.Read.ABSENT : reader.text(value, ","),
                                failures);
                    }
                }
                default -> {}
            }
        }
        Set<String> carried = new SecurityCheck(operation).failures(sent, query, failures);
        documented.addAll(carried);
        for (String name : query.left()) {
            failures.add(new Failure("query parameter " + name, "$", "no longer documented"));
        }
        for (String known : headers) {
            boolean there = known.startsWith("cookie ")
                    ? cookies.names().contains(known.substring("cookie ".length()))
                    : !sent.header(known.substring("header ".length())).isEmpty();
            if (there && !documented.contains(known)) {
                failures.add(new Failure(known.replaceFirst(" ", " parameter "), "$", "no longer documented"));
            }
        }
        bodies.check(operation.requestBody(), sent, failures);
        return failures;
    }

    private static List<String> cookies(String header) {
        return List.of(header.split(";\\s*", -1));
    }

    private void judge(Node parameter, SentParameter.Read read, Set<Failure> failures) {
        JsonNode node = parameter.value();
        String where =
                node.path("in").asText() + " parameter " + node.path("name").asText();
        JsonNode value = read.value();
        if (!read.problem().isEmpty()) {
            failures.add(new Failure(where, "$", read.problem()));
        } else if (value == null) {
            if (node.path("required").asBoolean(false)) {
                failures.add(new Failure(where, "$", "required, and not sent"));
            }
        } else {
            if (node.path("in").asText().equals("query")
                    && value.asText("x").isEmpty()
                    && value.isTextual()
                    && !node.path("allowEmptyValue").asBoolean(false)) {
                failures.add(new Failure(where, "$", "sent empty, which is not allowed"));
            }
            failures.addAll(schemas.failures(schema(parameter), value, where));
        }
    }

    private static String schema(Node parameter) {
        JsonNode content = parameter.value().path("content");
        if (content.isObject() && !content.isEmpty()) {
            return parameter
                    .get("content")
                    .get(content.fieldNames().next())
                    .get("schema")
                    .pointer();
        }
        return Pointer.child(parameter.pointer(), "schema");
    }

    /** The raw text of each parameter of the path; empty where the path is another one. */
    private Map<String, String> segments(String path, String base) {
        // A query or fragment in a documented path tells variants of an operation apart.
        String documented = operation.path().split("[?#]", 2)[0];
        List<String> names = new ArrayList<>();
        Matcher template = Pattern.compile("\\{([^/{}]*)}").matcher(documented);
        StringBuilder regex = new StringBuilder();
        int end = 0;
        while (template.find()) {
            regex.append(Pattern.quote(documented.substring(end, template.start())))
                    .append("([^/]*)");
            names.add(template.group(1));
            end = template.end();
        }
        regex.append(Pattern.quote(documented.substring(end)));
        Matcher matcher =
                Pattern.compile(regex.toString()).matcher(path.startsWith(base) ? path.substring(base.length()) : path);
        Map<String, String> segments = new LinkedHashMap<>();
        if (matcher.matches()) {
            for (int i = 0; i < names.size(); i++) {
                segments.put(names.get(i), matcher.group(i + 1));
            }
        }
        return segments;
    }

    /** The headers and cookies that an operation documents, as {@code header x-name} and {@code cookie name}. */
    static Set<String> carriers(SpecOperation operation) {
        return operation.parameters().stream()
                .map(Node::resolved)
                .filter(parameter -> parameter.text("in").matches("header|cookie"))
                .map(parameter -> parameter.text("in").equals("header")
                        ? "header " + parameter.text("name").toLowerCase(Locale.ROOT)
                        : "cookie " + parameter.text("name"))
                .filter(name -> !IGNORED.contains(name.replaceFirst("^header ", "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
