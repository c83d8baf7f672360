package dev.lockstep.tracker.loaded;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.JsonAdapter;
import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.Upload;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.ScalarType;
import dev.lockstep.generator.model.TypeRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** JSON as the Java values that a loaded client's methods take. */
public final class JavaValues {
    private final LoadedClient client;

    public JavaValues(LoadedClient client) {
        this.client = client;
    }

    /**
     * The value of a type.
     *
     * @param name of the value, for messages
     * @throws UnfitValueException if the JSON is none of this type
     */
    public Object of(String name, TypeRef type, JsonNode json) {
        try {
            if (type instanceof TypeRef.ListOf list) {
                if (!json.isArray()) {
                    throw new UnfitValueException(name + " is a list: write a,b or a JSON array", null);
                }
                List<Object> values = new ArrayList<>();
                json.forEach(each -> values.add(of(name, list.element(), each)));
                return values;
            }
            if (type instanceof TypeRef.MapOf map) {
                Map<String, Object> values = new LinkedHashMap<>();
                json.properties().forEach(each -> values.put(each.getKey(), of(name, map.value(), each.getValue())));
                return values;
            }
            if (isUpload(type)) {
                return Upload.of("file.bin", json.asText().getBytes(StandardCharsets.UTF_8));
            }
            if (type instanceof TypeRef.Named named
                    && named.def() instanceof ObjectType object
                    && holdsUpload(object)) {
                return built(name, object, json);
            }
            return Objects.requireNonNull(adapter(type).fromJson(json.toString()));
        } catch (UnfitValueException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnfitValueException(name + " is no " + type.javaName() + ": " + e.getMessage(), e);
        }
    }

    /** An object made by its builder: the properties that the JSON has. */
    private Object built(String name, ObjectType object, JsonNode json) throws IOException {
        Object builder = LoadedClient.call(client.load(object.name()), "builder");
        for (PropertyModel property : object.properties()) {
            JsonNode value = json.path(property.jsonName());
            if (!value.isMissingNode() && !value.isNull()) {
                LoadedClient.call(builder, property.name(), of(name, property.type(), value));
            }
        }
        return LoadedClient.call(builder, "build");
    }

    private static boolean holdsUpload(ObjectType object) {
        return object.properties().stream()
                .anyMatch(property -> isUpload(property.type())
                        || (property.type() instanceof TypeRef.ListOf list && isUpload(list.element())));
    }

    private static boolean isUpload(TypeRef type) {
        return type instanceof TypeRef.Scalar scalar && scalar.type() == ScalarType.UPLOAD;
    }

    private JsonAdapter<?> adapter(TypeRef type) {
        if (type instanceof TypeRef.Named named) {
            return client.adapter(named.def().name());
        }
        ScalarType scalar = ((TypeRef.Scalar) type).type();
        try {
            return ((JsonAdapter<?>) Json.class.getField(scalar.name()).get(null)).lenient();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(scalar.name(), e);
        }
    }
}
