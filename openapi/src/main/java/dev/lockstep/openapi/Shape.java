package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects that OpenAPI documents are made of, each with its keys in the order in which we write them. A key may name the
 * shape of its value: {@code key:SHAPE}, {@code key:[SHAPE]} for a list, {@code key:{SHAPE}} for a map in the vendor's order and
 * {@code key:{+SHAPE}} for a map sorted by key. What has no shape is plain data and is kept as it is.
 */
public enum Shape {
    /** The document itself. */
    ROOT("openapi info:INFO jsonSchemaDialect servers:[SERVER] security tags:[TAG] externalDocs:DOCS paths:{+PATH}"
            + " webhooks:{+PATH} components:COMPONENTS"),
    /** Information about the document. */
    INFO("title summary description termsOfService contact:CONTACT license:LICENSE version"),
    /** Whom to ask. */
    CONTACT("name url email"),
    /** The document's licence. */
    LICENSE("name identifier url"),
    /** A server. */
    SERVER("url description variables:{+VARIABLE}"),
    /** A variable of a server's address. */
    VARIABLE("enum default description"),
    /** A tag of the document. */
    TAG("name description externalDocs:DOCS"),
    /** A pointer to documentation. */
    DOCS("description url"),
    /** A path and its operations. */
    PATH("$ref summary description servers:[SERVER] parameters:[PARAMETER] get:OPERATION put:OPERATION post:OPERATION"
            + " delete:OPERATION options:OPERATION head:OPERATION patch:OPERATION trace:OPERATION"),
    /** An operation. */
    OPERATION("tags summary description externalDocs:DOCS operationId deprecated security servers:[SERVER]"
            + " parameters:[PARAMETER] requestBody:BODY responses:{+RESPONSE} callbacks:{+CALLBACK}"),
    /** A parameter. */
    PARAMETER("$ref name in description required deprecated allowEmptyValue style explode allowReserved schema:SCHEMA"
            + " content:{MEDIA} example examples:{EXAMPLE}"),
    /** A request body. */
    BODY("$ref description required content:{MEDIA}"),
    /** A media type with its content. */
    MEDIA("schema:SCHEMA encoding:{ENCODING} example examples:{EXAMPLE}"),
    /** How one property of a form is sent. */
    ENCODING("contentType headers:{+HEADER} style explode allowReserved"),
    /** A response. */
    RESPONSE("$ref description headers:{+HEADER} content:{MEDIA} links:{+LINK}"),
    /** A header. */
    HEADER(
            "$ref description required deprecated allowEmptyValue style explode allowReserved schema:SCHEMA content:{MEDIA}"
                    + " example examples:{EXAMPLE}"),
    /** A link from a response to an operation. */
    LINK("$ref operationRef operationId description parameters requestBody server:SERVER"),
    /** A named example. */
    EXAMPLE("$ref summary description value externalValue"),
    /** The operations that the vendor calls back, by expression. */
    CALLBACK("$ref *:PATH"),
    /** What the document names once and uses often. */
    COMPONENTS("schemas:{+SCHEMA} responses:{+RESPONSE} parameters:{+PARAMETER} examples:{+EXAMPLE}"
            + " requestBodies:{+BODY} headers:{+HEADER} securitySchemes:{+SCHEME} links:{+LINK} callbacks:{+CALLBACK}"
            + " pathItems:{+PATH}"),
    /** A security scheme. */
    SCHEME("$ref type description name in scheme bearerFormat openIdConnectUrl flows"),
    /** A schema. */
    SCHEMA("$schema $id $anchor $dynamicAnchor $vocabulary $comment $ref $dynamicRef $defs:{+SCHEMA}"
            + " definitions:{+SCHEMA} title description deprecated readOnly writeOnly type nullable format enum const"
            + " default minimum exclusiveMinimum maximum exclusiveMaximum multipleOf minLength maxLength pattern"
            + " contentEncoding contentMediaType contentSchema:SCHEMA minItems maxItems uniqueItems minContains maxContains"
            + " minProperties maxProperties required properties:{SCHEMA} patternProperties:{SCHEMA}"
            + " additionalProperties:SCHEMA propertyNames:SCHEMA unevaluatedProperties:SCHEMA dependentRequired"
            + " dependentSchemas:{SCHEMA} items:SCHEMA prefixItems:[SCHEMA] contains:SCHEMA unevaluatedItems:SCHEMA"
            + " allOf:[SCHEMA] anyOf:[SCHEMA] oneOf:[SCHEMA] not:SCHEMA if:SCHEMA then:SCHEMA else:SCHEMA discriminator"
            + " xml externalDocs:DOCS example examples");

    /** How a key's value holds its shape. */
    public enum Nesting {
        /** The value is of the shape. */
        ONE,
        /** The value is a list of it. */
        LIST,
        /** The value maps names to it, in the vendor's order. */
        MAP,
        /** The value maps names to it, and is written sorted by name. */
        SORTED_MAP
    }

    /**
     * A key that a shape knows.
     *
     * @param shape what its value is made of; null for plain data
     */
    public record Field(@Nullable String shape, Nesting nesting) {
        /** The shape of what the value holds, or null for plain data. */
        public @Nullable Shape target() {
            return shape == null ? null : Shape.valueOf(shape);
        }
    }

    private static final Field DATA = new Field(null, Nesting.ONE);

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable; its order is the point
    private final Map<String, Field> fields;

    Shape(String table) {
        Map<String, Field> parsed = new LinkedHashMap<>();
        for (String entry : table.split(" ", -1)) {
            int colon = entry.indexOf(':');
            parsed.put(
                    colon < 0 ? entry : entry.substring(0, colon),
                    colon < 0 ? new Field(null, Nesting.ONE) : field(entry.substring(colon + 1)));
        }
        fields = Collections.unmodifiableMap(parsed);
    }

    private static Field field(String value) {
        if (value.startsWith("[")) {
            return new Field(value.substring(1, value.length() - 1), Nesting.LIST);
        }
        if (value.startsWith("{+")) {
            return new Field(value.substring(2, value.length() - 1), Nesting.SORTED_MAP);
        }
        if (value.startsWith("{")) {
            return new Field(value.substring(1, value.length() - 1), Nesting.MAP);
        }
        return new Field(value, Nesting.ONE);
    }

    /** What is known about a key; plain data for a key that is not known. */
    public Field field(String key, JsonNode owner) {
        Field field = fields.get(key);
        if (field == null && !key.startsWith("x-") && !owner.has("$ref")) {
            field = fields.get("*");
        }
        return field == null ? DATA : field;
    }

    /** The keys of an object of this shape as they are written: known ones in the table's order, then the others by name. */
    public List<String> ordered(JsonNode object) {
        List<String> keys = new ArrayList<>(object.size());
        for (String key : fields.keySet()) {
            if (object.has(key)) {
                keys.add(key);
            }
        }
        Map<String, Boolean> others = new TreeMap<>();
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.containsKey(name)) {
                others.put(name, true);
            }
        }
        keys.addAll(others.keySet());
        return keys;
    }
}
