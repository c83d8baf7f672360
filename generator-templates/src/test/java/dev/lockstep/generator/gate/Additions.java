package dev.lockstep.generator.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.UnionType;
import dev.lockstep.generator.sample.Samples;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a document what a vendor may add without breaking anyone: names that are new, and names that are new on the wire
 * but would be the same in Java as what is there.
 */
final class Additions {
    private static final int EACH = 3;

    private final SpecDocument document;
    private final ClientModel model;
    private final ObjectNode root;
    private final List<String> done = new ArrayList<>();

    private Additions(SpecDocument document, ClientModel model) {
        this.document = document;
        this.model = model;
        this.root = document.root().deepCopy();
    }

    /**
     * Makes up to three edits of each kind.
     *
     * @param document sanitized, so that the model's pointers lead into it
     */
    static Additions to(SpecDocument document, ClientModel model) {
        Additions additions = new Additions(document, model);
        additions.operations();
        additions.parameters();
        additions.lessRequired();
        additions.properties();
        additions.values();
        additions.variants();
        return additions;
    }

    /** The document with all of the edits. */
    SpecDocument edited() {
        return document.withRoot(root);
    }

    /** One line an edit: its kind and its place. */
    List<String> done() {
        return done;
    }

    /** Evenly spread over all. */
    private static <T> List<T> some(Stream<T> all) {
        List<T> list = all.toList();
        List<T> some = new ArrayList<>();
        for (int i = 0; i < Math.min(EACH, list.size()); i++) {
            some.add(
                    list.get(i * list.size() / EACH < list.size() ? i * list.size() / Math.min(EACH, list.size()) : i));
        }
        return some;
    }

    private @Nullable ObjectNode node(String pointer) {
        return root.at(pointer.substring(1)) instanceof ObjectNode object ? object : null;
    }

    private void operations() {
        for (OperationModel operation : some(model.operations().stream())) {
            ObjectNode old = node(operation.pointer());
            String path = "/lockstep-added" + done.size();
            if (old == null) {
                continue;
            }
            ObjectNode added = Samples.JSON.objectNode();
            String id = old.path("operationId").asText("");
            if (!id.isEmpty()) {
                added.put("operationId", alike(id, Set.of(id)));
            }
            if (old.path("tags").isArray()) {
                added.set("tags", old.path("tags"));
            }
            added.put("summary", old.path("summary").asText("Added"));
            ObjectNode schema = added.putObject("responses")
                    .putObject("200")
                    .put("description", "added")
                    .putObject("content")
                    .putObject("application/json")
                    .putObject("schema");
            object(schema);
            ((ObjectNode) root.path("paths")).putObject(path).set("get", added);
            done.add("operation GET " + path + " beside " + operation.key());
        }
    }

    private void parameters() {
        Stream<OperationModel> without = model.operations().stream().filter(each -> each.options() == null);
        Stream<OperationModel> with = model.operations().stream().filter(each -> each.options() != null);
        List<OperationModel> all = new ArrayList<>(some(without));
        all.addAll(some(with));
        for (OperationModel operation : all) {
            ObjectNode node = node(operation.pointer());
            if (node == null) {
                continue;
            }
            Set<String> names = new TreeSet<>();
            operation.parameters().forEach(each -> names.add(each.jsonName()));
            ArrayNode list = node.withArray("parameters");
            String in = done.size() % 2 == 0 ? "query" : "header";
            String name = names.isEmpty() || in.equals("header")
                    ? "X-Added"
                    : alike(names.iterator().next(), names);
            ObjectNode parameter = list.addObject().put("name", name).put("in", in);
            parameter
                    .putObject("schema")
                    .put("type", "string")
                    .putArray("enum")
                    .add("a")
                    .add("b");
            done.add("optional parameter " + name + " in " + in + " of " + operation.key());
        }
    }

    private void lessRequired() {
        Stream<ParameterModel> required = model.operations().stream()
                .flatMap(operation -> operation.parameters().stream())
                .filter(each -> each.required() && each.in() != ParameterModel.In.PATH);
        for (ParameterModel parameter : some(required)) {
            ObjectNode node = node(parameter.pointer());
            if (node != null && node.path("required").asBoolean()) {
                node.put("required", false);
                done.add("required -> optional parameter " + parameter.pointer());
            }
        }
    }

    private void properties() {
        Stream<ObjectType> objects = model.types().stream()
                .filter(type -> type instanceof ObjectType object && !object.parameters())
                .map(type -> (ObjectType) type);
        for (ObjectType type : some(objects)) {
            ObjectNode node = node(type.key());
            if (node == null) {
                continue;
            }
            Set<String> names = new TreeSet<>();
            type.properties().forEach(each -> names.add(each.jsonName()));
            ObjectNode properties = node.withObjectProperty("properties");
            String near = alike(names.iterator().next(), names);
            object(properties.putObject(near));
            done.add("optional property " + near + " of " + type.name());
            String reference = component(type);
            properties.putObject("lockstep_added").put("$ref", reference);
            done.add("optional property lockstep_added, " + reference + ", of " + type.name());
        }
    }

    /** A new schema whose class would be called like one that exists. */
    private String component(ObjectType type) {
        ObjectNode schemas = root.withObjectProperty("components").withObjectProperty("schemas");
        Set<String> names = new TreeSet<>();
        schemas.fieldNames().forEachRemaining(names::add);
        String name = alike(type.name(), names);
        object(schemas.putObject(name));
        return "#/components/schemas/" + name;
    }

    private void values() {
        Stream<EnumType> enums = model.types().stream()
                .filter(type -> type instanceof EnumType)
                .map(type -> (EnumType) type)
                .filter(type -> listed(type) != null);
        for (EnumType type : some(enums)) {
            ArrayNode list = listed(type);
            if (list == null) {
                continue;
            }
            Set<String> values = new TreeSet<>();
            list.forEach(value -> values.add(value.asText()));
            if (type.wire() == EnumType.Wire.STRING) {
                list.add(alike(list.path(0).asText(), values));
                list.add("lockstep added");
            } else {
                list.add(987654321);
            }
            done.add("enum value of " + type.name());
        }
    }

    private @Nullable ArrayNode listed(TypeDef type) {
        ObjectNode node = node(type.key());
        return node != null && node.path("enum") instanceof ArrayNode list ? list : null;
    }

    private void variants() {
        Stream<TypeDef> unions =
                model.types().stream().filter(type -> type instanceof UnionType && alternatives(type) != null);
        for (TypeDef type : some(unions)) {
            ArrayNode list = alternatives(type);
            if (list == null) {
                continue;
            }
            JsonNode discriminator = root.at(type.key().substring(1)).path("discriminator");
            if (discriminator.isObject()) {
                ObjectNode schemas = root.withObjectProperty("components").withObjectProperty("schemas");
                String name = "LockstepAdded" + done.size();
                object(schemas.putObject(name))
                        .withObjectProperty("properties")
                        .putObject(discriminator.path("propertyName").asText("type"))
                        .put("type", "string");
                list.addObject().put("$ref", "#/components/schemas/" + name);
                if (discriminator.path("mapping") instanceof ObjectNode mapping) {
                    mapping.put("lockstep-added", "#/components/schemas/" + name);
                }
            } else {
                object(list.addObject()).putArray("required").add("lockstep_id");
            }
            done.add("variant of " + type.name());
        }
    }

    private @Nullable ArrayNode alternatives(TypeDef type) {
        ObjectNode node = node(type.key());
        return node == null
                ? null
                : node.path("oneOf") instanceof ArrayNode one
                        ? one
                        : node.path("anyOf") instanceof ArrayNode any ? any : null;
    }

    private static ObjectNode object(ObjectNode schema) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("lockstep_id").put("type", "string");
        properties
                .putObject("status")
                .put("type", "string")
                .putArray("enum")
                .add("on")
                .add("off");
        return schema;
    }

    /** Another name that reads alike: the same words with other signs between them. */
    static String alike(String name, Set<String> taken) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        for (String each : List.of(
                words.toLowerCase(Locale.ROOT),
                words.toLowerCase(Locale.ROOT).replace('_', '-'),
                words.toUpperCase(Locale.ROOT),
                name + "_",
                name + "-",
                name + "__",
                name + "Added")) {
            if (!taken.contains(each) && !each.isBlank() && each.matches("[A-Za-z0-9._-]+")) {
                return each;
            }
        }
        return "lockstep-added-name";
    }
}
