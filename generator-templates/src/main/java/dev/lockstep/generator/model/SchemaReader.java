package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.openapi.Budget;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns schemas into types: one class a place in the document, however often it is referred to. */
final class SchemaReader {
    private static final Set<String> REFERENCE = Set.of("$ref");

    /** What may stand beside the keyword of a schema that is no more than the one that it lists. */
    private static final Map<String, Set<String>> BESIDE = Map.of(
            "allOf", Set.of("allOf", "type", "discriminator"),
            "oneOf", Set.of("oneOf", "type", "discriminator"),
            "anyOf", Set.of("anyOf", "type", "discriminator"));

    /** Parts of compositions with their properties, each composition for itself; the largest published documents need 20,000. */
    private static final int MOST = 500_000;

    /** Lists and maps in each other, for which no compiler needs more than its usual stack. */
    private static final int DEEPEST = 32;

    private final SpecDocument document;
    private final Budget budget;
    private final List<Diagnostic> diagnostics;
    private final Set<String> secretNames;
    private final Map<String, String> sticky;
    private final Map<String, Resolved> resolved = new HashMap<>();
    private final Map<String, PendingUnion> pending = new HashMap<>();
    /** What is being read, with the number of classes that were open around it. */
    private final Map<String, Integer> open = new HashMap<>();

    private int classes;
    private final Set<String> multipart = new HashSet<>();
    private final Map<String, TypeDef> definitions = new LinkedHashMap<>();

    /**
     * @param secretNames property names, in lower case, whose values are masked
     * @param sticky names decided earlier, by stable key
     */
    SchemaReader(
            SpecDocument document, List<Diagnostic> diagnostics, Set<String> secretNames, Map<String, String> sticky) {
        this.document = document;
        this.budget = new Budget(document, MOST, "schemas to read");
        this.diagnostics = diagnostics;
        this.secretNames = secretNames;
        this.sticky = sticky;
    }

    /** What merging the document's schemas may cost. */
    Budget budget() {
        return budget;
    }

    /** Every class so far, by its stable key. */
    Map<String, TypeDef> definitions() {
        return definitions;
    }

    /** Says that binary properties of the schema are files of a multipart body. */
    void multipart(Node schema) {
        Node place = schema.resolved();
        if (multipart.add(place.pointer())) {
            place.get("allOf").items().forEach(this::multipart);
        }
    }

    /**
     * The type of a schema.
     *
     * @param hint the name of its class, if it needs one of its own
     */
    Resolved resolve(Node schema, String hint) {
        JsonNode node = schema.value();
        if (!node.isObject() || node.isEmpty()) {
            return Resolved.ANY;
        }
        Node target = alias(schema);
        if (target != null) {
            return named(target, hint).orNull(allowsNull(node));
        }
        return place(schema, hint);
    }

    /** What a schema merely refers to, beside annotations; null if it says more. */
    private @Nullable Node alias(Node schema) {
        JsonNode node = schema.value();
        if (schema.isReference() && MergedSchema.onlyDescribes(node, REFERENCE)) {
            return schema.target().orElse(null);
        }
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            if (node.path(keyword).isArray()
                    && MergedSchema.onlyDescribes(node, BESIDE.getOrDefault(keyword, Set.of()))) {
                Node single = single(schema.get(keyword));
                if (single != null) {
                    return single;
                }
            }
        }
        return null;
    }

    /** Whether a schema says beside what it refers to that the value may be null. */
    private static boolean allowsNull(JsonNode node) {
        boolean nullable = node.path("nullable").asBoolean(false);
        for (JsonNode type : node.path("type")) {
            nullable |= type.asText().equals("null");
        }
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            for (JsonNode member : node.path(keyword)) {
                nullable |= member.path("nullable").asBoolean(false) && MergedSchema.onlyDescribes(member, Set.of());
            }
        }
        return nullable;
    }

    private static @Nullable Node single(Node list) {
        Node found = null;
        for (Node member : list.items()) {
            if (!MergedSchema.onlyDescribes(member.value(), Set.of())) {
                if (found != null) {
                    return null;
                }
                found = member;
            }
        }
        return found;
    }

    private Resolved named(Node target, String hint) {
        Node place = target;
        if (target.isReference() && alias(target) != null) {
            Node end = target.resolved();
            if (end.isReference()) {
                return Resolved.ANY;
            }
            place = end;
        }
        String name = Pointer.schemaName(place.pointer());
        return resolveAt(place, name == null ? hint : JavaNames.type(name));
    }

    private Resolved resolveAt(Node place, String hint) {
        budget.enter(open.size(), place.pointer());
        budget.spend(1, place.pointer());
        if (alias(place) == null) {
            return place(place, hint);
        }
        Resolved target = within("alias " + place.pointer(), () -> resolve(place, hint));
        return target == null ? Resolved.ANY : target;
    }

    /**
     * What a schema comes to, unless it is being read already: null where it contains itself without a class in between. With
     * one in between it is read again, and ends at that class, so that no type depends on where reading began.
     */
    private @Nullable Resolved within(String key, Supplier<Resolved> reading) {
        Integer before = open.get(key);
        if (before != null && before == classes) {
            return null;
        }
        open.put(key, classes);
        Resolved result = reading.get();
        if (before == null) {
            open.remove(key);
        } else {
            open.put(key, before);
        }
        return result;
    }

    private Resolved place(Node schema, String hint) {
        String pointer = schema.pointer();
        Resolved known = resolved.get(pointer);
        if (known != null) {
            return known;
        }
        PendingUnion union = pending.get(pointer);
        if (union != null) {
            return new Resolved(new TypeRef.Named(union.refer()), union.nullable());
        }
        budget.enter(open.size(), pointer);
        boolean again = open.containsKey(pointer);
        Resolved result = again && !isContainer(MergedSchema.of(schema, budget))
                ? null
                : within(pointer, () -> build(schema, hint));
        if (result == null) {
            warn(pointer, "the schema contains itself without an object in between; it is raw JSON there");
            return Resolved.ANY;
        }
        if (!again) {
            resolved.put(pointer, result);
        }
        return result;
    }

    /** Whether a schema is a list or a map, which has no class of its own. */
    private static boolean isContainer(MergedSchema merged) {
        return merged.variants().isEmpty()
                && merged.values() == null
                && merged.types().size() <= 1
                && merged.properties().isEmpty();
    }

    private Resolved build(Node schema, String hint) {
        MergedSchema merged = MergedSchema.of(schema, budget);
        if (merged.values() != null && !merged.isObject() && !merged.types().contains("array")) {
            return new EnumReader(this).read(schema, merged, hint);
        }
        if (isFreed(schema, merged)) {
            return new EnumReader(this).freed(schema, hint, merged.nullable());
        }
        if (!merged.variants().isEmpty()) {
            Resolved union = new UnionReader(this).read(schema, merged, hint);
            if (union != null) {
                return union;
            }
        }
        if (merged.types().size() > 1) {
            return new UnionReader(this).readTypes(schema, merged, hint);
        }
        return new Resolved(typed(schema, merged, hint), merged.nullable());
    }

    /** Whether the lock knows a list of texts as an enum, and the document takes any text there now: it stays an enum. */
    private boolean isFreed(Node schema, MergedSchema merged) {
        String members = sticky.getOrDefault(schema.pointer() + " (members)", "");
        return sticky.containsKey(schema.pointer())
                && members.startsWith("\"")
                && merged.types().equals(Set.of("string"))
                && merged.variants().isEmpty()
                && merged.format().isEmpty()
                && !merged.binary();
    }

    /** The type of a schema of one kind, without enumeration or variants. */
    TypeRef typed(Node schema, MergedSchema merged, String hint) {
        if (merged.isObject()) {
            return object(schema, merged, hint);
        }
        String type = merged.types().isEmpty() ? "" : merged.types().iterator().next();
        if (type.equals("array") || (type.isEmpty() && (merged.items() != null || merged.tuple()))) {
            return array(merged, hint);
        }
        return switch (type) {
            case "string" -> string(schema, merged);
            case "integer" -> new TypeRef.Scalar(Formats.integer(merged.format()));
            case "number" -> new TypeRef.Scalar(Formats.number(merged.format()));
            case "boolean" -> new TypeRef.Scalar(ScalarType.BOOLEAN);
            case "file" -> new TypeRef.Scalar(ScalarType.UPLOAD);
            case "" ->
                merged.binary() && inMultipart(schema.pointer())
                        ? new TypeRef.Scalar(ScalarType.UPLOAD)
                        : TypeRef.Scalar.ANY;
            default -> TypeRef.Scalar.ANY;
        };
    }

    private TypeRef string(Node schema, MergedSchema merged) {
        if (merged.binary()) {
            return new TypeRef.Scalar(inMultipart(schema.pointer()) ? ScalarType.UPLOAD : ScalarType.STRING);
        }
        return new TypeRef.Scalar(Formats.string(merged.format()));
    }

    private boolean inMultipart(String pointer) {
        for (String root : multipart) {
            if (pointer.startsWith(root + "/properties/")) {
                return true;
            }
        }
        return false;
    }

    private TypeRef array(MergedSchema merged, String hint) {
        Node items = merged.items();
        if (merged.tuple()) {
            return TypeRef.Scalar.ANY;
        }
        if (items == null) {
            return new TypeRef.ListOf(TypeRef.Scalar.ANY, false);
        }
        Resolved element = resolve(items, ClassNames.element(hint));
        if (isDeepest(element.type(), items)) {
            return new TypeRef.ListOf(TypeRef.Scalar.ANY, false);
        }
        return new TypeRef.ListOf(
                element.type(), element.nullable() && !element.type().isAny());
    }

    /** Whether a type is as deeply nested as the type of an element or value may be; told where it is. */
    private boolean isDeepest(TypeRef type, Node place) {
        int depth = 0;
        for (TypeRef at = type; at != null; depth++) {
            at = at instanceof TypeRef.ListOf list
                    ? list.element()
                    : at instanceof TypeRef.MapOf map ? map.value() : null;
        }
        if (depth > DEEPEST) {
            warn(
                    place.pointer(),
                    "lists and maps of more than " + DEEPEST + " levels are read as raw JSON from here on");
        }
        return depth > DEEPEST;
    }

    private TypeRef object(Node schema, MergedSchema merged, String hint) {
        if (merged.properties().isEmpty()) {
            Node values = merged.additional();
            if (values == null || values.value().isEmpty()) {
                return new TypeRef.MapOf(TypeRef.Scalar.ANY, false);
            }
            Resolved value = resolve(values, ClassNames.within(hint, "Value"));
            if (isDeepest(value.type(), values)) {
                return new TypeRef.MapOf(TypeRef.Scalar.ANY, false);
            }
            return new TypeRef.MapOf(
                    value.type(), value.nullable() && !value.type().isAny());
        }
        ObjectType type = new ObjectType(schema.pointer(), hint, docs(schema.value()), false);
        define(type);
        classes++;
        resolved.put(schema.pointer(), new Resolved(new TypeRef.Named(type), merged.nullable()));
        merged.properties().forEach((name, property) -> {
            Resolved value = resolve(property, ClassNames.within(hint, name));
            boolean any = value.type().isAny();
            type.add(new PropertyModel(
                    name,
                    property.pointer(),
                    value.type(),
                    merged.requires(name),
                    value.nullable() && !any,
                    access(name, property),
                    docs(property.value())));
        });
        Node additional = merged.additional();
        if (additional != null && !additional.value().isEmpty()) {
            Resolved value = resolve(additional, ClassNames.within(hint, "AdditionalProperty"));
            if (!value.type().isAny() && !value.nullable()) {
                type.additional(value.type());
            }
        }
        classes--;
        return new TypeRef.Named(type);
    }

    private PropertyModel.Access access(String name, Node property) {
        JsonNode own = property.value();
        JsonNode target = property.resolved().value();
        if (own.path("writeOnly").asBoolean(false) || target.path("writeOnly").asBoolean(false)) {
            return PropertyModel.Access.WRITE_ONLY;
        }
        if (own.path("readOnly").asBoolean(false) || target.path("readOnly").asBoolean(false)) {
            return PropertyModel.Access.READ_ONLY;
        }
        boolean secret = target.path("format").asText("").equals("password")
                || secretNames.contains(name.toLowerCase(java.util.Locale.ROOT));
        return secret ? PropertyModel.Access.SECRET : PropertyModel.Access.NONE;
    }

    Docs docs(JsonNode node) {
        String text = node.path("description").asText("");
        JsonNode value = node.path("default");
        if (value.isValueNode() && !value.isNull()) { // documented, never set: the vendor applies it
            text = text.strip() + "\n\nDefault: `" + value.asText() + "`";
        }
        return new Docs(
                null, text.isBlank() ? null : text, node.path("deprecated").asBoolean(false));
    }

    void define(TypeDef type) {
        definitions.put(type.key(), type);
    }

    PendingUnion pend(Node schema, PendingUnion union) {
        pending.put(schema.pointer(), union);
        return union;
    }

    void settle(Node schema) {
        pending.remove(schema.pointer());
    }

    void warn(String pointer, String message) {
        diagnostics.add(Diagnostic.warning(document.place(pointer), message));
    }
}
