package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares the parameters of an operation. Path parameters go by their place in the path, the others by name. */
final class ParameterComparison {
    private static final Set<String> KEYS = Set.of(
            "name",
            "in",
            "required",
            "schema",
            "content",
            "style",
            "explode",
            "allowReserved",
            "allowEmptyValue",
            "deprecated");
    private static final JsonNode TEXT = JsonNodeFactory.instance.objectNode().put("type", "string");
    /** OpenAPI has these header parameters ignored. */
    private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

    private final Findings findings;
    private final SchemaPairs pairs;

    ParameterComparison(Findings findings, SchemaPairs pairs) {
        this.findings = findings;
        this.pairs = pairs;
    }

    /** A parameter with the place where its kind is listed. */
    private record Parameter(Node written, Node node, int index) {
        String in() {
            return node.text("in", "");
        }

        String name() {
            return node.text("name", "");
        }

        boolean required() {
            return node.flag("required") || in().equals("path");
        }

        String label() {
            return in() + " parameter " + Wording.code(name());
        }
    }

    void compare(Subject operation, SpecOperation before, SpecOperation after) {
        Map<String, Parameter> left = parameters(before, findings.oldCoverage);
        Map<String, Parameter> come = parameters(after, findings.newCoverage);
        for (String key : new ArrayList<>(left.keySet())) {
            Parameter now = come.remove(key);
            Parameter was = now == null ? null : left.remove(key);
            if (was != null && now != null) {
                kept(operation, was, now, before.pathParameters());
            }
        }
        moved(operation, left, come);
        for (Parameter parameter : left.values()) {
            if (!parameter.in().equals("path")) {
                Subject subject = subject(operation, parameter);
                String name = parameter.name();
                findings.add(subject, "removed", parameter.written(), after.node(), false, name, name, null);
            }
        }
        for (Parameter parameter : come.values()) {
            if (parameter.in().equals("path")) {
                declared(operation, parameter);
            } else {
                Subject subject = subject(operation, parameter);
                String kind = parameter.required() ? "added-required" : "added-optional";
                String name = parameter.name();
                findings.add(subject, kind, before.node(), parameter.written(), true, name, null, name);
            }
        }
    }

    /** A parameter that the path had all along, and that was any text until it was declared. */
    private void declared(Subject operation, Parameter parameter) {
        Node schema = parameter.node().get("schema");
        if (schema.exists()) {
            Node text = Node.of(schema.document(), schema.pointer(), TEXT);
            SchemaPair pair =
                    pairs.pair(new SchemaSource(List.of(text), "any text"), SchemaSource.of(schema), Direction.REQUEST);
            findings.schemas(subject(operation, parameter), pairs, pair, new HashSet<>());
        }
    }

    private static Subject subject(Subject operation, Parameter parameter) {
        return operation.of("parameter", parameter.label(), Direction.REQUEST);
    }

    private static Map<String, Parameter> parameters(SpecOperation operation, Coverage coverage) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        List<String> path = operation.pathParameters();
        int index = 0;
        for (Node written : operation.parameters()) {
            Parameter parameter = new Parameter(written, written.resolved(), index++);
            coverage.object(written, KEYS);
            String name = parameter.name();
            boolean header = parameter.in().equals("header");
            if (header && IGNORED.contains(name.toLowerCase(Locale.ROOT))) {
                coverage.whole(written);
                continue;
            }
            if (parameter.in().equals("path")) {
                int place = path.indexOf(name);
                name = place < 0 ? name : String.valueOf(place);
            }
            parameters.put(parameter.in() + " " + (header ? name.toLowerCase(Locale.ROOT) : name), parameter);
        }
        return parameters;
    }

    /** A parameter that went and one that came, which are the same one elsewhere or under another name. */
    private void moved(Subject operation, Map<String, Parameter> left, Map<String, Parameter> come) {
        for (Map.Entry<String, Parameter> gone : List.copyOf(left.entrySet())) {
            for (Map.Entry<String, Parameter> fresh : List.copyOf(come.entrySet())) {
                Parameter was = gone.getValue();
                Parameter now = fresh.getValue();
                boolean path = was.in().equals("path") || now.in().equals("path");
                boolean moved = was.name().equals(now.name()) && !was.in().equals(now.in()) && !path;
                boolean renamed = was.in().equals(now.in()) && was.index() == now.index() && alike(was, now);
                if (moved || renamed) {
                    findings.add(
                            subject(operation, was),
                            moved ? "moved" : "renamed",
                            was.written(),
                            now.written(),
                            true,
                            was.name(),
                            moved ? was.in() : was.name(),
                            moved ? now.in() : now.name());
                    left.remove(gone.getKey());
                    come.remove(fresh.getKey());
                    break;
                }
            }
        }
    }

    private boolean alike(Parameter was, Parameter now) {
        return was.required() == now.required()
                && was.node().has("schema")
                && now.node().has("schema")
                && pairs.equal(source(was), source(now), Direction.REQUEST);
    }

    private static SchemaSource source(Parameter parameter) {
        return SchemaSource.of(parameter.node().get("schema"));
    }

    /** A path parameter's name is never sent; but where another one bore it, the two may have changed places. */
    private void renamed(Subject operation, Parameter was, Parameter now, List<String> taken) {
        boolean swapped = taken.contains(now.name());
        if (swapped && taken.indexOf(now.name()) < taken.indexOf(was.name())) {
            return;
        }
        Subject subject = operation.of("", was.label(), swapped ? Direction.REQUEST : Direction.ANY);
        findings.add(
                subject,
                swapped ? "path-parameter-swapped" : "path-parameter-renamed",
                was.node().get("name"),
                now.node().get("name"),
                true,
                was.name(),
                was.name(),
                now.name());
    }

    private void kept(Subject operation, Parameter was, Parameter now, List<String> taken) {
        Subject subject = subject(operation, now);
        Node before = was.node();
        Node after = now.node();
        if (was.in().equals("path") && !was.name().equals(now.name())) {
            renamed(operation, was, now, taken);
        }
        if (was.required() != now.required()) {
            flag(subject, now.required() ? "became-required" : "became-optional", before, after, "required");
        }
        if (before.flag("deprecated") != after.flag("deprecated")) {
            flag(subject, after.flag("deprecated") ? "deprecated" : "reactivated", before, after, "deprecated");
        }
        if (before.flag("allowEmptyValue") != after.flag("allowEmptyValue")) {
            String kind = "allow-empty-value-" + (after.flag("allowEmptyValue") ? "relaxed" : "tightened");
            flag(subject, kind, before, after, "allowEmptyValue");
        }
        style(subject, was, now);
        value(subject, was, now);
    }

    private void flag(Subject subject, String kind, Node before, Node after, String key) {
        String was = String.valueOf(before.flag(key));
        String now = String.valueOf(after.flag(key));
        findings.add(subject, kind, before.nearest(key), after.nearest(key), true, key, was, now);
    }

    private void style(Subject subject, Parameter was, Parameter now) {
        boolean scalar = scalar(was, true) && scalar(now, false);
        String oldStyle = styleOf(was);
        String newStyle = styleOf(now);
        if (!oldStyle.equals(newStyle)) {
            setting(subject, was, now, "style", oldStyle, newStyle);
        }
        String oldExplode = explodeOf(was, oldStyle);
        String newExplode = explodeOf(now, newStyle);
        if (!scalar && !oldExplode.equals(newExplode)) {
            setting(subject, was, now, "explode", oldExplode, newExplode);
        }
        if (was.node().flag("allowReserved") != now.node().flag("allowReserved")) {
            setting(
                    subject,
                    was,
                    now,
                    "allowReserved",
                    String.valueOf(was.node().flag("allowReserved")),
                    String.valueOf(now.node().flag("allowReserved")));
        }
    }

    private static String styleOf(Parameter parameter) {
        boolean form = parameter.in().equals("query") || parameter.in().equals("cookie");
        return parameter.node().text("style", form ? "form" : "simple");
    }

    private static String explodeOf(Parameter parameter, String style) {
        return parameter.node().text("explode", String.valueOf(style.equals("form")));
    }

    private boolean scalar(Parameter parameter, boolean old) {
        if (!parameter.node().has("schema")) {
            return false;
        }
        Schema schema = old ? pairs.before(source(parameter)) : pairs.after(source(parameter));
        return TypeComparison.isScalar(schema.types);
    }

    private void setting(Subject subject, Parameter was, Parameter now, String key, String before, String after) {
        Node oldPlace = was.node().nearest(key);
        Node newPlace = now.node().nearest(key);
        findings.add(subject, "style-changed", oldPlace, newPlace, true, key, before, after);
    }

    private void value(Subject subject, Parameter was, Parameter now) {
        Node before = was.node();
        Node after = now.node();
        if (before.has("schema") && after.has("schema")) {
            SchemaPair pair = pairs.pair(source(was), source(now), Direction.REQUEST);
            findings.oldCoverage.object(before.get("schema"));
            findings.newCoverage.object(after.get("schema"));
            if (repeats(pair, now)) {
                widened(subject, pair);
                SchemaSource items = pair.after.schemas.get("items");
                if (items != null) {
                    pair = pairs.pair(source(was), items, Direction.REQUEST);
                    pair.after.parts.forEach(findings.newCoverage::object);
                    findings.schemas(subject, pairs, pair, new HashSet<>());
                }
            } else if (asText(pair)) {
                widened(subject, pair);
            } else {
                // Whoever must send a value never gets the default.
                boolean unused = was.required() && now.required();
                findings.schemas(
                        unused ? subject.of("required-parameter", subject.label(), Direction.REQUEST) : subject,
                        pairs,
                        pair,
                        new HashSet<>());
            }
            return;
        }
        Map<String, Node> oldContent = BodyComparison.content(before.get("content"));
        Map<String, Node> newContent = BodyComparison.content(after.get("content"));
        if (!oldContent.keySet().equals(newContent.keySet())) {
            findings.add(
                    subject,
                    "content-changed",
                    before,
                    after,
                    true,
                    "",
                    oldContent.isEmpty() ? "plain text" : String.join(", ", oldContent.keySet()),
                    newContent.isEmpty() ? "plain text" : String.join(", ", newContent.keySet()));
            return;
        }
        new BodyComparison(findings, pairs)
                .media(subject, before.get("content"), after.get("content"), new HashSet<>());
    }

    private void widened(Subject subject, SchemaPair pair) {
        pair.before.parts.forEach(findings.oldCoverage::object);
        pair.after.parts.forEach(findings.newCoverage::object);
        findings.add(
                subject,
                "type-widened",
                pair.before.place("type"),
                pair.after.place("type"),
                true,
                "",
                TypeComparison.named(pair.before),
                TypeComparison.named(pair.after));
    }

    /** {@code ?a=1} is the same text for a value and for an array of one in exploded form. */
    private static boolean repeats(SchemaPair pair, Parameter now) {
        boolean form = styleOf(now).equals("form") && explodeOf(now, "form").equals("true");
        boolean scalarToArray = TypeComparison.isScalar(pair.before.types) && pair.after.types.equals(Set.of("array"));
        boolean takesOne = pair.after.keywords.get("minItems") == null
                || pair.after.keywords.get("minItems").value().asInt() <= 1;
        boolean limited = pair.after.keywords.containsKey("maxItems")
                && pair.after.keywords.get("maxItems").value().asInt() < 1;
        boolean shaped = pair.after.schemas.containsKey("contains") || !pair.after.schemaLists.isEmpty();
        return form && scalarToArray && takesOne && !limited && !shaped;
    }

    /** Every number or boolean is also a text where all values travel as text. */
    private static boolean asText(SchemaPair pair) {
        Schema after = pair.after;
        return TypeComparison.isScalar(pair.before.types)
                && !pair.before.types.contains("string")
                && after.types.equals(Set.of("string"))
                && after.values == null
                && !after.keywords.containsKey("format")
                && !after.keywords.containsKey("pattern")
                && !after.keywords.containsKey("minLength")
                && !after.keywords.containsKey("maxLength");
    }
}
