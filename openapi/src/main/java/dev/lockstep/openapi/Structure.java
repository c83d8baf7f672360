package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which key of which object holds what, in the order in which keys are written. What no key of this table leads to is data:
 * examples, defaults, enum values, and the names that maps give to things.
 */
public final class Structure {
    /** How a key's value holds what is in it. */
    public enum Nesting {
        /** The value is one. */
        ONE,
        /** The value is a list. */
        LIST,
        /** The value maps names to them, in the vendor's order. */
        MAP,
        /** The value maps names to them, and is written sorted by name. */
        SORTED_MAP
    }

    /** What a keyword of a schema says of a value, where it decides neither its type nor its parts. */
    public enum Role {
        /** For people. */
        PROSE,
        /** What the vendor checks and no type shows. */
        LIMIT,
        /** How the schema itself is found. */
        IDENTITY,
        /** What else may be known of the value. */
        ANNOTATION
    }

    /**
     * A key of an object.
     *
     * @param kind of what its value holds; null for data
     */
    public record Field(@Nullable Kind kind, Nesting nesting) {}

    private static final Field DATA = new Field(null, Nesting.ONE);

    /** Stands for every key of a map that is an object itself. */
    static final String ANY = "*";

    /** Of these no order is better than the vendor's. */
    private static final Set<Kind> AS_WRITTEN = EnumSet.of(Kind.LEAF, Kind.DISCRIMINATOR, Kind.FLOWS, Kind.FLOW);

    private static final Map<Kind, Map<String, Field>> FIELDS = new EnumMap<>(Kind.class);
    private static final Map<String, Role> ROLES = new HashMap<>();

    private Structure() {}

    /** The keys of an object that hold more than data, in the order in which they are written. */
    static Map<String, Field> fields(Kind kind) {
        return FIELDS.getOrDefault(kind, Map.of());
    }

    /** What is known of a key of an object; data for a key that is not known. */
    public static Field field(Kind kind, String key, JsonNode owner) {
        Map<String, Field> fields = fields(kind);
        Field field = fields.get(key);
        if (field == null && !key.startsWith("x-") && !owner.has("$ref")) {
            field = fields.get(ANY);
        }
        return field == null ? DATA : field;
    }

    /** The keys of an object as they are written: known ones in the table's order, then the others by name. */
    public static List<String> ordered(Kind kind, JsonNode object) {
        Set<String> others = new TreeSet<>();
        List<String> keys = new ArrayList<>(object.size());
        object.fieldNames().forEachRemaining(AS_WRITTEN.contains(kind) ? keys::add : others::add);
        for (String key : fields(kind).keySet()) {
            if (others.remove(key)) {
                keys.add(key);
            }
        }
        keys.addAll(others);
        return keys;
    }

    /** The role of a schema's keyword; null for one that decides about type or parts, or is not known. */
    public static @Nullable Role role(String keyword) {
        return ROLES.get(keyword);
    }

    /** The keywords of schemas with these roles. */
    public static Set<String> keywords(Role... roles) {
        List<Role> wanted = List.of(roles);
        return ROLES.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The keywords of schemas that hold schemas in one way. */
    public static Set<String> schemaKeywords(Nesting nesting) {
        return fields(Kind.SCHEMA).entrySet().stream()
                .filter(entry -> entry.getValue().equals(new Field(Kind.SCHEMA, nesting)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Keys below which there are names that the vendor chose, whatever object they are keys of. */
    public static Set<String> maps() {
        Set<String> maps = new TreeSet<>(Set.of("scopes", "dependentRequired"));
        FIELDS.values()
                .forEach(fields -> fields.forEach((key, field) -> {
                    Kind kind = field.kind();
                    boolean map = field.nesting() == Nesting.MAP || field.nesting() == Nesting.SORTED_MAP;
                    if (map || (kind != null && fields(kind).containsKey(ANY))) {
                        maps.add(key);
                    }
                }));
        maps.remove(ANY);
        return Collections.unmodifiableSet(maps);
    }

    /**
     * Adds an object.
     *
     * @param table its keys in order. {@code key:KIND} holds one, {@code key:[KIND]} a list, {@code key:{KIND}} a map and
     *     {@code key:{+KIND}} a map that is written sorted; a key without a kind is data
     */
    private static void object(Kind kind, String table) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String entry : table.split(" ", -1)) {
            int colon = entry.indexOf(':');
            String key = colon < 0 ? entry : entry.substring(0, colon);
            fields.put(key, colon < 0 ? DATA : field(entry.substring(colon + 1)));
        }
        FIELDS.put(kind, Collections.unmodifiableMap(fields));
    }

    private static Field field(String value) {
        Nesting nesting = value.startsWith("[")
                ? Nesting.LIST
                : value.startsWith("{+") ? Nesting.SORTED_MAP : value.startsWith("{") ? Nesting.MAP : Nesting.ONE;
        return new Field(Kind.valueOf(value.replaceAll("[^A-Z_]", "")), nesting);
    }

    private static void role(Role role, String keywords) {
        for (String keyword : keywords.split(" ", -1)) {
            ROLES.put(keyword, role);
        }
    }

    static {
        object(
                Kind.DOCUMENT,
                "openapi info:INFO jsonSchemaDialect servers:[SERVER] security tags:[TAG] externalDocs:DOCUMENTATION"
                        + " paths:PATHS webhooks:{+PATH_ITEM} components:COMPONENTS");
        object(Kind.INFO, "title summary description termsOfService contact:CONTACT license:LICENSE version");
        object(Kind.CONTACT, "name url email");
        object(Kind.LICENSE, "name identifier url");
        object(Kind.SERVER, "url description variables:{+SERVER_VARIABLE}");
        object(Kind.SERVER_VARIABLE, "enum default description");
        object(Kind.TAG, "name description externalDocs:DOCUMENTATION");
        object(Kind.DOCUMENTATION, "description url");
        object(Kind.PATHS, "*:PATH_ITEM");
        object(
                Kind.PATH_ITEM,
                "$ref summary description servers:[SERVER] parameters:[PARAMETER] "
                        + String.join(":OPERATION ", SpecOperation.METHODS) + ":OPERATION");
        object(
                Kind.OPERATION,
                "tags summary description externalDocs:DOCUMENTATION operationId deprecated security servers:[SERVER]"
                        + " parameters:[PARAMETER] requestBody:REQUEST_BODY responses:RESPONSES callbacks:{+CALLBACK}");
        object(
                Kind.PARAMETER,
                "$ref name in description required deprecated allowEmptyValue style explode allowReserved schema:SCHEMA"
                        + " content:{MEDIA_TYPE} example examples:{EXAMPLE}");
        object(
                Kind.HEADER,
                "$ref description required deprecated allowEmptyValue style explode allowReserved schema:SCHEMA"
                        + " content:{MEDIA_TYPE} example examples:{EXAMPLE}");
        object(Kind.REQUEST_BODY, "$ref description required content:{MEDIA_TYPE}");
        object(Kind.RESPONSES, "*:RESPONSE");
        object(Kind.RESPONSE, "$ref description headers:{+HEADER} content:{MEDIA_TYPE} links:{+LINK}");
        object(Kind.MEDIA_TYPE, "schema:SCHEMA encoding:{ENCODING} example examples:{EXAMPLE}");
        object(Kind.ENCODING, "contentType headers:{+HEADER} style explode allowReserved");
        object(Kind.LINK, "$ref operationRef operationId description parameters requestBody server:SERVER");
        object(Kind.EXAMPLE, "$ref summary description value externalValue");
        object(Kind.CALLBACK, "$ref *:PATH_ITEM");
        object(
                Kind.COMPONENTS,
                "schemas:{+SCHEMA} responses:{+RESPONSE} parameters:{+PARAMETER} examples:{+EXAMPLE}"
                        + " requestBodies:{+REQUEST_BODY} headers:{+HEADER} securitySchemes:{+SECURITY_SCHEME}"
                        + " links:{+LINK} callbacks:{+CALLBACK} pathItems:{+PATH_ITEM}");
        object(Kind.SECURITY_SCHEME, "$ref type description name in scheme bearerFormat openIdConnectUrl flows:FLOWS");
        object(Kind.FLOWS, "implicit:FLOW password:FLOW clientCredentials:FLOW authorizationCode:FLOW");
        object(
                Kind.SCHEMA,
                "$schema $id $anchor $dynamicAnchor $vocabulary $comment $ref $dynamicRef $defs:{+SCHEMA}"
                        + " definitions:{+SCHEMA} title description deprecated readOnly writeOnly type nullable format"
                        + " enum const default minimum exclusiveMinimum maximum exclusiveMaximum multipleOf minLength"
                        + " maxLength pattern contentEncoding contentMediaType contentSchema:SCHEMA minItems maxItems"
                        + " uniqueItems minContains maxContains minProperties maxProperties required properties:{SCHEMA}"
                        + " patternProperties:{SCHEMA} additionalProperties:SCHEMA propertyNames:SCHEMA"
                        + " unevaluatedProperties:SCHEMA dependentRequired dependentSchemas:{SCHEMA} items:SCHEMA"
                        + " prefixItems:[SCHEMA] contains:SCHEMA unevaluatedItems:SCHEMA allOf:[SCHEMA] anyOf:[SCHEMA]"
                        + " oneOf:[SCHEMA] not:SCHEMA if:SCHEMA then:SCHEMA else:SCHEMA discriminator:DISCRIMINATOR"
                        + " xml:LEAF externalDocs:DOCUMENTATION example examples additionalItems:SCHEMA");
        role(Role.PROSE, "title summary description example examples externalDocs $comment");
        role(
                Role.LIMIT,
                "minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems"
                        + " uniqueItems minContains maxContains minProperties maxProperties");
        role(Role.IDENTITY, "$schema $id $anchor $dynamicAnchor $vocabulary $defs definitions");
        role(Role.ANNOTATION, "default deprecated readOnly writeOnly nullable xml");
    }
}
