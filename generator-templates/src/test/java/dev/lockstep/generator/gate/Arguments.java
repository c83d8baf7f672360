package dev.lockstep.generator.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.JsonAdapter;
import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.Upload;
import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.ScalarType;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.TypeRef;
import dev.lockstep.generator.sample.Instances;
import dev.lockstep.generator.sample.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** What a generated method is called with: all that is required. Texts in a path hold every kind of character. */
final class Arguments {
    /** Delimiters of URLs, a percent sign that encodes nothing yet, and letters beyond ASCII. */
    static final String TEXT = "a;b=c:d/e?f#g%41+h@i,j&k \u00e9\ud83d\ude00~";

    private final CompiledClient client;
    private final Map<String, JsonNode> path = new HashMap<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    private Arguments(CompiledClient client) {
        this.client = client;
    }

    static Arguments of(CompiledClient client, OperationModel operation) throws Exception {
        Arguments arguments = new Arguments(client);
        arguments.collect(operation);
        return arguments;
    }

    /** In the method's order. */
    @Nullable
    Object[] values() {
        return values.toArray();
    }

    /** The JSON of each path parameter, by its documented name. */
    Map<String, JsonNode> path() {
        return path;
    }

    private void collect(OperationModel operation) throws Exception {
        Map<String, Object> options = new HashMap<>();
        int option = 0;
        for (ParameterModel parameter : operation.parameters()) {
            PropertyModel property = parameter.argument()
                    ? null
                    : Objects.requireNonNull(operation.options()).properties().get(option++);
            if (property == null) {
                values.add(parameter.required() ? value(parameter) : null);
            } else if (property.required()) {
                options.put(property.name(), value(parameter));
            }
        }
        if (!operation.bodies().isEmpty()) {
            BodyModel body = operation.bodies().get(0);
            values.add(
                    switch (body.kind()) {
                        case TEXT -> "text";
                        case BINARY -> RequestBody.create("bytes", null);
                        default -> value(body.type());
                    });
        }
        if (!options.isEmpty()) {
            values.add(built(Objects.requireNonNull(operation.options()), options));
        }
    }

    private Object value(ParameterModel parameter) throws Exception {
        if (parameter.in() != ParameterModel.In.PATH) {
            return value(parameter.type());
        }
        JsonNode json = json(parameter.type());
        path.put(parameter.jsonName(), json);
        return decoded(parameter.type(), json);
    }

    /** A path parameter's value; no list, since the styles of those are another test's. */
    private static JsonNode json(TypeRef type) {
        if (type instanceof TypeRef.Named named && named.def() instanceof EnumType constants) {
            return constants.constants().get(0).value();
        }
        if (!(type instanceof TypeRef.Scalar scalar)) {
            throw new AssertionError("a path parameter of " + type.javaName());
        }
        return switch (scalar.type()) {
            case STRING, VALUE -> Samples.text(TEXT);
            case BOOLEAN -> Samples.JSON.booleanNode(true);
            case UUID -> Samples.string("uuid");
            case DATE_TIME -> Samples.text("2024-02-29T13:14:15Z");
            case DATE -> Samples.string("date");
            case URI -> Samples.string("uri");
            default -> Samples.number("7");
        };
    }

    private Object decoded(TypeRef type, JsonNode json) throws Exception {
        JsonAdapter<?> adapter = type instanceof TypeRef.Named named
                ? client.adapter(named.def().name())
                : (JsonAdapter<?>) Json.class
                        .getField(((TypeRef.Scalar) type).type().name())
                        .get(null);
        return Objects.requireNonNull(adapter.lenient().fromJson(json.toString()));
    }

    private Object value(TypeRef type) throws Exception {
        if (type instanceof TypeRef.ListOf list) {
            return List.of(value(list.element()));
        }
        if (type instanceof TypeRef.MapOf map) {
            return Map.of("key", value(map.value()));
        }
        if (type instanceof TypeRef.Scalar scalar) {
            return scalar.type() == ScalarType.UPLOAD
                    ? Upload.of("a.txt", new byte[] {1})
                    : decoded(type, scalar.type() == ScalarType.BYTES ? Samples.string("byte") : json(type));
        }
        TypeDef definition = ((TypeRef.Named) type).def();
        if (definition instanceof ObjectType object) {
            Map<String, Object> required = new HashMap<>();
            for (PropertyModel property : object.properties()) {
                if (property.required()) {
                    required.put(property.name(), value(property.type()));
                }
            }
            return built(object, required);
        }
        if (definition instanceof EnumType) {
            return decoded(type, json(type));
        }
        JsonNode schema = client.document().at(definition.key());
        Instances.Instance instance =
                Instances.make(client.document(), schema, definition.key(), Instances.Mode.REQUIRED, -1);
        return decoded(type, Objects.requireNonNull(instance, definition.name()).json());
    }

    private Object built(ObjectType type, Map<String, Object> properties) throws Exception {
        Object builder = Objects.requireNonNull(Wire.call(client.type(type.name()), null, "builder"));
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            Wire.call(builder.getClass(), builder, property.getKey(), property.getValue());
        }
        return Objects.requireNonNull(Wire.call(builder.getClass(), builder, "build"));
    }
}
