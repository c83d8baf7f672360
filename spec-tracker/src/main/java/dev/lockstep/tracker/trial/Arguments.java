package dev.lockstep.tracker.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.TypeRef;
import dev.lockstep.tracker.loaded.JavaValues;
import dev.lockstep.tracker.loaded.LoadedClient;
import dev.lockstep.tracker.loaded.StrictJson;
import dev.lockstep.tracker.workspace.Nearest;
import dev.lockstep.tracker.workspace.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** What somebody typed, {@code name=value} and a body, as the Java values that a client's method takes. */
final class Arguments {
    private final LoadedClient client;
    private final OperationModel operation;
    private final Map<String, String> given;
    private final @Nullable String body;
    private final Set<String> used = new TreeSet<>();
    private final JavaValues javaValues;

    /**
     * @param given texts by the documented name of a parameter or of a property of the body
     * @param body the whole body, or null
     */
    Arguments(LoadedClient client, OperationModel operation, Map<String, String> given, @Nullable String body) {
        this.client = client;
        this.operation = operation;
        this.given = given;
        this.body = body;
        this.javaValues = new JavaValues(client);
    }

    /**
     * The arguments of the operation's method, in its order.
     *
     * @throws UsageException when something is missing, unknown or of another type
     */
    Object[] values() throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        for (ParameterModel parameter : operation.parameters()) {
            if (parameter.argument()) {
                values.add(argument(parameter));
            }
        }
        if (!operation.bodies().isEmpty()) {
            values.add(body(operation.bodies().get(0)));
        } else if (body != null) {
            throw new UsageException(operation.name() + " takes no body");
        }
        ObjectType options = operation.options();
        if (options != null) {
            values.add(options(options));
        }
        for (String name : given.keySet()) {
            if (!used.contains(name)) {
                throw new UsageException("unknown parameter " + name + Nearest.hint(name, known()) + "; "
                        + operation.name() + " takes " + (known().isEmpty() ? "none" : String.join(", ", known())));
            }
        }
        return values.toArray();
    }

    private Set<String> known() {
        Set<String> names = new TreeSet<>();
        operation.parameters().forEach(parameter -> names.add(parameter.jsonName()));
        ObjectType object = bodyObject();
        if (object != null) {
            object.properties().forEach(property -> names.add(property.jsonName()));
        }
        return names;
    }

    private @Nullable ObjectType bodyObject() {
        return !operation.bodies().isEmpty()
                        && operation.bodies().get(0).type() instanceof TypeRef.Named named
                        && named.def() instanceof ObjectType object
                ? object
                : null;
    }

    private @Nullable Object argument(ParameterModel parameter) {
        String text = taken(parameter.jsonName());
        if (text == null) {
            if (parameter.required()) {
                throw new UsageException(operation.name() + " needs " + parameter.jsonName() + "="
                        + parameter.type().javaName() + " ("
                        + parameter.in().name().toLowerCase(java.util.Locale.ROOT) + ")");
            }
            return null;
        }
        return javaValues.of(
                parameter.jsonName(), parameter.type(), json(parameter.jsonName(), parameter.type(), text));
    }

    private @Nullable String taken(String name) {
        String text = given.get(name);
        if (text != null) {
            used.add(name);
        }
        return text;
    }

    private Object options(ObjectType options) throws IOException {
        Object builder = LoadedClient.call(client.load(options.name()), "builder");
        for (PropertyModel property : options.properties()) {
            String text = taken(property.jsonName());
            if (text != null) {
                LoadedClient.call(
                        builder,
                        property.name(),
                        javaValues.of(
                                property.jsonName(),
                                property.type(),
                                json(property.jsonName(), property.type(), text)));
            } else if (property.required()) {
                throw new UsageException(operation.name() + " needs " + property.jsonName() + "="
                        + property.type().javaName());
            }
        }
        return LoadedClient.call(builder, "build");
    }

    private @Nullable Object body(BodyModel model) {
        if (model.kind() == BodyModel.Kind.TEXT || model.kind() == BodyModel.Kind.BINARY) {
            if (body == null && model.required()) {
                throw new UsageException(operation.name() + " needs a body: --body TEXT or --body @FILE");
            }
            return body == null || model.kind() == BodyModel.Kind.TEXT ? body : RequestBody.create(body, null);
        }
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        ObjectType object = bodyObject();
        if (object != null) {
            for (PropertyModel property : object.properties()) {
                String text = used.contains(property.jsonName()) ? null : taken(property.jsonName());
                if (text != null) {
                    properties.set(property.jsonName(), json(property.jsonName(), property.type(), text));
                }
            }
        }
        if (body != null && !properties.isEmpty()) {
            throw new UsageException("give the body whole with --body, or by its properties, not both");
        }
        if (body == null && properties.isEmpty() && !model.required()) {
            return null;
        }
        return javaValues.of("the body", model.type(), body == null ? properties : parsed("the body", body));
    }

    /** Text, where the type is one that is text in JSON; else JSON; a list may be written with commas. */
    private static JsonNode json(String name, TypeRef type, String text) {
        if (type instanceof TypeRef.ListOf list && !text.strip().startsWith("[")) {
            var array = JsonNodeFactory.instance.arrayNode();
            for (String part : text.split(",", -1)) {
                array.add(json(name, list.element(), part));
            }
            return array;
        }
        if (type instanceof TypeRef.Scalar scalar) {
            return switch (scalar.type()) {
                case BOOLEAN, INTEGER, LONG, BIG_INTEGER, FLOAT, DOUBLE, DECIMAL -> parsed(name, text);
                case VALUE ->
                    text.matches("\\s*[\\[{\"].*") ? parsed(name, text) : JsonNodeFactory.instance.textNode(text);
                case UPLOAD -> throw new UsageException(name + " is a file; try sends none");
                default -> JsonNodeFactory.instance.textNode(text);
            };
        }
        if (type instanceof TypeRef.Named named && named.def() instanceof EnumType constants) {
            return constants.wire() == EnumType.Wire.STRING
                    ? JsonNodeFactory.instance.textNode(text)
                    : parsed(name, text);
        }
        return text.matches("(?s)\\s*[\\[{\"].*|-?\\d+(\\.\\d+)?|true|false|null")
                ? parsed(name, text)
                : JsonNodeFactory.instance.textNode(text);
    }

    private static JsonNode parsed(String name, String text) {
        try {
            JsonNode node = StrictJson.parse(text);
            if (node.isMissingNode()) {
                throw new UsageException(name + " is empty; it is JSON");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new UsageException(name + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
