package dev.lockstep.tracker.compare;

import java.util.Set;

/** Which keys mean what, wherever they are keywords (a property or a component may bear any of these names). */
final class Keywords {
    /** What only people read. */
    static final Set<String> DOCS = Set.of(
            "summary",
            "description",
            "title",
            "example",
            "examples",
            "externalDocs",
            "$comment",
            "tags",
            "operationId");

    /** Of a schema: what says nothing about the value. */
    static final Set<String> SCHEMA_ANNOTATIONS = Set.of(
            "summary",
            "description",
            "title",
            "example",
            "examples",
            "externalDocs",
            "$comment",
            "$schema",
            "$id",
            "$anchor",
            "$dynamicAnchor",
            "$defs",
            "definitions");

    /** Of a schema: keywords that hold one schema. */
    static final Set<String> ONE_SCHEMA = Set.of(
            "items",
            "additionalItems",
            "additionalProperties",
            "not",
            "contains",
            "propertyNames",
            "if",
            "then",
            "else",
            "unevaluatedProperties",
            "unevaluatedItems",
            "contentSchema");

    /** Of a schema: keywords that hold schemas by name. */
    static final Set<String> SCHEMAS_BY_NAME = Set.of("patternProperties", "dependentSchemas");

    /** Keys whose value is a map: its own keys are names, not keywords. */
    static final Set<String> MAPS = Set.of(
            "properties",
            "patternProperties",
            "dependentSchemas",
            "$defs",
            "definitions",
            "paths",
            "webhooks",
            "callbacks",
            "responses",
            "content",
            "headers",
            "links",
            "encoding",
            "schemas",
            "securitySchemes",
            "requestBodies",
            "pathItems",
            "scopes",
            "variables");

    /** Keys whose value is data: nothing inside it is a keyword. */
    static final Set<String> DATA = Set.of(
            "default", "enum", "const", "security", "required", "type", "dependentRequired", "discriminator", "xml");

    private Keywords() {}

    /** Whether only the vendor's own tools read it. */
    static boolean isExtension(String key) {
        return key.startsWith("x-");
    }
}
