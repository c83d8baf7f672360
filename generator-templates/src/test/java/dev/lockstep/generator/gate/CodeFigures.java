package dev.lockstep.generator.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.UnionType;
import dev.lockstep.generator.sample.Instances;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a generated client must have none of, and how long its files are. */
final class CodeFigures {
    /** What must not be. */
    enum Kind {
        /** A name of more than 45 characters where the document's own is shorter. */
        LONG_NAMES,
        /** A class without members of its own. */
        EMPTY_CLASSES,
        /** A property, element or value of any JSON although the document gives a type. */
        UNTYPED_PROPERTIES,
        /** {@code Object} in code. */
        OBJECTS,
        /** A suppressed warning of an unchecked cast or a raw type; others fail the compilation. */
        UNCHECKED_CASTS,
        /** A class whose name says no more than its number. */
        NUMBERED_VARIANTS;

        /** In figures: {@code long-names}. */
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int LONGEST = 45;
    private static final Pattern OBJECT = Pattern.compile("\\bObject\\b");
    private static final Pattern UNCHECKED = Pattern.compile("unchecked|rawtypes");
    private static final Pattern NOT_CODE = Pattern.compile(
            "/\\*(?s:.*?)\\*/|//[^\\n]*|\"(?:[^\"\\\\\\n]|\\\\.)*\"|^import [^\\n]*", Pattern.MULTILINE);
    private static final Pattern NUMBERED = Pattern.compile(".*Variant\\d+");

    private final CompiledClient client;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> findings = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private CodeFigures(CompiledClient client) {
        this.client = client;
    }

    static CodeFigures of(CompiledClient client) {
        CodeFigures figures = new CodeFigures(client);
        figures.files();
        client.model().apis().forEach(figures::api);
        client.model().types().forEach(figures::type);
        return figures;
    }

    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** One line each. */
    List<String> findings() {
        return findings;
    }

    /** Of each file. */
    List<Integer> lines() {
        return lines;
    }

    private void found(Kind kind, String where) {
        counts.merge(kind, 1, Integer::sum);
        findings.add(kind.label() + ": " + where);
    }

    private void files() {
        client.files().forEach((path, text) -> {
            lines.add((int) text.lines().count());
            Matcher unchecked = UNCHECKED.matcher(text);
            if (unchecked.find() && text.startsWith("@SuppressWarnings", text.lastIndexOf('@', unchecked.start()))) {
                found(Kind.UNCHECKED_CASTS, path);
            }
            if (OBJECT.matcher(NOT_CODE.matcher(text).replaceAll("\"\"")).find()) {
                found(Kind.OBJECTS, path);
            }
        });
    }

    private void api(ApiModel api) {
        name(api.className(), tag(api), api.name());
        name(api.serviceName(), tag(api), api.name());
        if (api.operations().isEmpty()) {
            found(Kind.EMPTY_CLASSES, api.className());
        }
        for (OperationModel operation : api.operations()) {
            String id = client.document()
                    .at(operation.pointer())
                    .path("operationId")
                    .asText("");
            for (int body = 0; body < Math.max(1, operation.bodies().size()); body++) {
                name(operation.name(body), id, operation.pointer());
            }
            operation.parameters().forEach(each -> name(each.name(), each.jsonName(), each.pointer()));
        }
    }

    private String tag(ApiModel api) {
        JsonNode tags = client.document().at(api.operations().get(0).pointer()).path("tags");
        return tags.path(0).asText("");
    }

    private void type(TypeDef type) {
        boolean component = type.key().startsWith("#/components/schemas/")
                && type.key().indexOf('/', "#/components/schemas/".length()) < 0;
        String own = type.key().substring(type.key().lastIndexOf('/') + 1);
        name(type.name(), own, type.key());
        if (NUMBERED.matcher(type.name()).matches() && !component) {
            found(Kind.NUMBERED_VARIANTS, type.name() + " " + type.key());
        }
        if (type instanceof ObjectType object) {
            if (object.properties().isEmpty()) {
                found(Kind.EMPTY_CLASSES, type.name() + " " + type.key());
            }
            object.properties().forEach(each -> property(type, each));
        } else if (type instanceof EnumType constants) {
            if (constants.constants().isEmpty()) {
                found(Kind.EMPTY_CLASSES, type.name() + " " + type.key());
            }
            constants
                    .constants()
                    .forEach(each -> name(each.name(), spaced(each.value().asText()), type.key()));
        } else if (type instanceof UnionType union) {
            if (union.variants().size() < 2) {
                found(Kind.EMPTY_CLASSES, type.name() + " " + type.key() + " has one variant");
            }
            union.variants().forEach(each -> name(each.name(), own(each), each.pointer()));
        }
    }

    /** As a constant has it, with a sign between words. */
    private static String spaced(String value) {
        return value.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
    }

    private static String own(UnionType.Variant variant) {
        return variant.type().javaName(); // reported with its own class where that is too long
    }

    private void property(TypeDef owner, PropertyModel property) {
        name(property.name(), property.jsonName(), property.pointer());
        if (property.type().isAny() && typed(property.pointer())) {
            found(Kind.UNTYPED_PROPERTIES, owner.name() + "." + property.name() + " " + property.pointer());
        }
    }

    /** Whether a schema is of one kind that Java has a type for. */
    private boolean typed(String pointer) {
        JsonNode schema = client.document().at(pointer);
        if (schema.has("in")) {
            schema = schema.path("schema");
        }
        return Instances.typed(client.document(), schema, pointer);
    }

    private void name(String name, String own, String where) {
        if (name.length() > LONGEST && own.length() <= LONGEST) {
            found(Kind.LONG_NAMES, name + " (" + name.length() + ") of " + where);
        }
    }
}
