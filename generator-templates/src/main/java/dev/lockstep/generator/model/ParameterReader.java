package dev.lockstep.generator.model;

import dev.lockstep.openapi.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an operation, those of its path included. */
final class ParameterReader {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    /** OpenAPI has other places for these (Parameter Object, name), or HTTP forbids them. */
    private static final Set<String> NOT_HEADERS =
            Set.of("accept", "content-type", "authorization", "host", "content-length", "cookie", "transfer-encoding");

    private final SchemaReader schemas;

    ParameterReader(SchemaReader schemas) {
        this.schemas = schemas;
    }

    /** Path parameters in the path's order, then the others in the document's. */
    List<ParameterModel> read(OperationParts operation, String hint) {
        Map<String, Node> places = new LinkedHashMap<>();
        collect(operation.described.item().get("parameters"), places);
        collect(operation.node.get("parameters"), places);
        List<ParameterModel> parameters = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(operation.path);
        Map<String, Boolean> placeholders = new LinkedHashMap<>();
        while (matcher.find()) {
            placeholders.put(matcher.group(1), true);
        }
        for (String name : placeholders.keySet()) {
            Node place = places.get("path " + name);
            if (place == null) {
                schemas.warn(operation.pointer, "path parameter '" + name + "' is not declared; it is a string");
                parameters.add(new ParameterModel(
                        ParameterModel.In.PATH,
                        name,
                        operation.pointer,
                        TypeRef.Scalar.TEXT,
                        true,
                        ParameterModel.Style.SIMPLE,
                        false,
                        false,
                        Docs.NONE));
            } else {
                parameters.add(parameter(ParameterModel.In.PATH, place, hint));
            }
        }
        places.forEach((key, place) -> {
            ParameterModel.In in = in(place);
            if (in != null && in != ParameterModel.In.PATH) {
                parameters.add(parameter(in, place, hint));
            } else if (in == ParameterModel.In.PATH && !placeholders.containsKey(place.text("name"))) {
                schemas.warn(
                        place.pointer(), "path parameter '" + place.text("name") + "' is not in the path; left out");
            }
        });
        return parameters;
    }

    private void collect(Node list, Map<String, Node> places) {
        for (Node written : list.items()) {
            Node place = written.resolved();
            String name = place.text("name");
            String in = place.text("in");
            if (in.equals("header") && NOT_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (in(place) == null) {
                schemas.warn(written.pointer(), "parameter in '" + in + "' is not of OpenAPI 3; left out");
                continue;
            }
            String key = in.equals("header") ? name.toLowerCase(Locale.ROOT) : name;
            places.put(in + " " + key, place);
        }
    }

    private static ParameterModel.@Nullable In in(Node place) {
        return switch (place.text("in")) {
            case "path" -> ParameterModel.In.PATH;
            case "query" -> ParameterModel.In.QUERY;
            case "header" -> ParameterModel.In.HEADER;
            case "cookie" -> ParameterModel.In.COOKIE;
            default -> null;
        };
    }

    /** Of the parameter, or of its schema where that alone says something and has no class of its own. */
    private Docs docs(Node place, Node schema) {
        Docs own = schemas.docs(place.value());
        return own.text() != null || schema.value().has("$ref")
                ? own
                : new Docs(own.summary(), schemas.docs(schema.value()).text(), own.deprecated());
    }

    private ParameterModel parameter(ParameterModel.In in, Node place, String hint) {
        String name = place.text("name");
        String typeHint = ClassNames.within(hint, name);
        Node content = place.get("content");
        boolean json = content.value().size() > 0;
        Node schema = json ? content.get(content.value().fieldNames().next()).get("schema") : place.get("schema");
        TypeRef type = schema.value().isMissingNode()
                ? TypeRef.Scalar.TEXT
                : schemas.resolve(schema, ClassNames.at(schema, typeHint)).type();
        if (json && type.equals(TypeRef.Scalar.TEXT)) {
            json = false;
        }
        ParameterModel.Style style = json ? ParameterModel.Style.JSON : style(place.text("style"), in);
        boolean explode = place.value().has("explode")
                ? place.value().path("explode").asBoolean(false)
                : style == ParameterModel.Style.FORM || style == ParameterModel.Style.DEEP_OBJECT;
        boolean required =
                in == ParameterModel.In.PATH || place.value().path("required").asBoolean(false);
        return new ParameterModel(
                in,
                name,
                place.pointer(),
                type,
                required,
                style,
                explode,
                place.value().path("allowReserved").asBoolean(false),
                docs(place, schema));
    }

    private static ParameterModel.Style style(String style, ParameterModel.In in) {
        return switch (style) {
            case "label" -> ParameterModel.Style.LABEL;
            case "matrix" -> ParameterModel.Style.MATRIX;
            case "form" -> ParameterModel.Style.FORM;
            case "spaceDelimited" -> ParameterModel.Style.SPACE_DELIMITED;
            case "pipeDelimited" -> ParameterModel.Style.PIPE_DELIMITED;
            case "deepObject" -> ParameterModel.Style.DEEP_OBJECT;
            default ->
                in == ParameterModel.In.QUERY || in == ParameterModel.In.COOKIE
                        ? ParameterModel.Style.FORM
                        : ParameterModel.Style.SIMPLE;
        };
    }
}
