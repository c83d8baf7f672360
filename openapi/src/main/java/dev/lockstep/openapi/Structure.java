package dev.lockstep.openapi;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which field of which object holds what. Whatever no field of this table leads to is data: examples, defaults, enum values,
 * and the names that maps give to things.
 */
final class Structure {
    /** How a field holds what is in it. */
    enum Shape {
        ONE,
        LIST,
        MAP
    }

    record Field(Kind kind, Shape shape) {}

    private static final Map<Kind, Map<String, Field>> FIELDS = new EnumMap<>(Kind.class);

    private Structure() {}

    /** The fields of an object by their names, in the order in which they are walked. */
    static Map<String, Field> fields(Kind kind) {
        return FIELDS.getOrDefault(kind, Map.of());
    }

    private record Row(Map<String, Field> fields) {
        Row one(Kind kind, String... names) {
            return put(kind, Shape.ONE, names);
        }

        Row list(Kind kind, String... names) {
            return put(kind, Shape.LIST, names);
        }

        Row map(Kind kind, String... names) {
            return put(kind, Shape.MAP, names);
        }

        private Row put(Kind kind, Shape shape, String... names) {
            for (String name : names) {
                fields.put(name, new Field(kind, shape));
            }
            return this;
        }
    }

    private static Row in(Kind kind) {
        return new Row(FIELDS.computeIfAbsent(kind, k -> new LinkedHashMap<>()));
    }

    static {
        in(Kind.DOCUMENT)
                .one(Kind.INFO, "info")
                .list(Kind.SERVER, "servers")
                .one(Kind.PATHS, "paths")
                .map(Kind.PATH_ITEM, "webhooks")
                .one(Kind.COMPONENTS, "components")
                .list(Kind.TAG, "tags")
                .one(Kind.LEAF, "externalDocs");
        in(Kind.INFO).one(Kind.LEAF, "contact", "license");
        in(Kind.PATH_ITEM)
                .list(Kind.SERVER, "servers")
                .list(Kind.PARAMETER, "parameters")
                .one(Kind.OPERATION, Operation.METHODS.toArray(String[]::new));
        in(Kind.OPERATION)
                .one(Kind.LEAF, "externalDocs")
                .list(Kind.PARAMETER, "parameters")
                .one(Kind.REQUEST_BODY, "requestBody")
                .one(Kind.RESPONSES, "responses")
                .map(Kind.CALLBACK, "callbacks")
                .list(Kind.SERVER, "servers");
        in(Kind.PARAMETER)
                .one(Kind.SCHEMA, "schema")
                .map(Kind.MEDIA_TYPE, "content")
                .map(Kind.EXAMPLE, "examples");
        in(Kind.HEADER)
                .one(Kind.SCHEMA, "schema")
                .map(Kind.MEDIA_TYPE, "content")
                .map(Kind.EXAMPLE, "examples");
        in(Kind.REQUEST_BODY).map(Kind.MEDIA_TYPE, "content");
        in(Kind.RESPONSE)
                .map(Kind.HEADER, "headers")
                .map(Kind.MEDIA_TYPE, "content")
                .map(Kind.LINK, "links");
        in(Kind.MEDIA_TYPE)
                .one(Kind.SCHEMA, "schema")
                .map(Kind.EXAMPLE, "examples")
                .map(Kind.ENCODING, "encoding");
        in(Kind.ENCODING).map(Kind.HEADER, "headers");
        in(Kind.SCHEMA)
                .one(
                        Kind.SCHEMA,
                        "items",
                        "not",
                        "additionalProperties",
                        "if",
                        "then",
                        "else",
                        "contains",
                        "propertyNames",
                        "unevaluatedItems",
                        "unevaluatedProperties",
                        "additionalItems",
                        "contentSchema")
                .list(Kind.SCHEMA, "allOf", "oneOf", "anyOf", "prefixItems")
                .map(Kind.SCHEMA, "properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
                .one(Kind.DISCRIMINATOR, "discriminator")
                .one(Kind.LEAF, "xml", "externalDocs");
        in(Kind.LINK).one(Kind.SERVER, "server");
        in(Kind.COMPONENTS)
                .map(Kind.SCHEMA, "schemas")
                .map(Kind.RESPONSE, "responses")
                .map(Kind.PARAMETER, "parameters")
                .map(Kind.EXAMPLE, "examples")
                .map(Kind.REQUEST_BODY, "requestBodies")
                .map(Kind.HEADER, "headers")
                .map(Kind.SECURITY_SCHEME, "securitySchemes")
                .map(Kind.LINK, "links")
                .map(Kind.CALLBACK, "callbacks")
                .map(Kind.PATH_ITEM, "pathItems");
        in(Kind.SECURITY_SCHEME).one(Kind.FLOWS, "flows");
        in(Kind.FLOWS).one(Kind.FLOW, "implicit", "password", "clientCredentials", "authorizationCode");
        in(Kind.SERVER).map(Kind.SERVER_VARIABLE, "variables");
        in(Kind.TAG).one(Kind.LEAF, "externalDocs");
    }
}
