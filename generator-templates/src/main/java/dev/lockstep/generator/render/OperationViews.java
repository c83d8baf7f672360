package dev.lockstep.generator.render;

import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.ResultModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the templates of API classes and Retrofit interfaces print. */
final class OperationViews {
    private static final Set<String> ANNOTATED = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private OperationViews() {}

    record ServiceMethodView(boolean first, String name, String result, String parameters, List<String> annotations) {}

    record ServiceView(String name, boolean usesDeprecated, List<ServiceMethodView> methods) {}

    record ApiMethodView(
            String name, String result, String parameters, String call, String javadoc, boolean deprecated) {}

    record ApiView(String name, String service, String javadoc, boolean usesDeprecated, List<ApiMethodView> methods) {}

    static ServiceView service(ApiModel api) {
        List<ServiceMethodView> methods = new ArrayList<>();
        for (OperationModel operation : api.operations()) {
            for (int body = 0; body < Math.max(1, operation.bodies().size()); body++) {
                BodyModel sent = body(operation, body);
                methods.add(new ServiceMethodView(
                        methods.isEmpty(),
                        operation.name(body),
                        operation.result().javaName(),
                        serviceParameters(operation, sent),
                        annotations(operation, sent)));
            }
        }
        return new ServiceView(api.serviceName(), usesDeprecated(api), methods);
    }

    private static boolean usesDeprecated(ApiModel api) {
        for (OperationModel operation : api.operations()) {
            boolean types = Deprecations.in(operation.result().type())
                    || operation.bodies().stream().anyMatch(body -> Deprecations.in(body.type()))
                    || operation.parameters().stream().anyMatch(each -> Deprecations.in(each.type()))
                    || operation.errors().stream()
                            .anyMatch(error -> error.type() != null && Deprecations.in(error.type()));
            boolean options = operation.options() != null
                    && operation.options().properties().stream()
                            .anyMatch(property -> property.docs().deprecated());
            if (types || options) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable BodyModel body(OperationModel operation, int index) {
        return operation.bodies().isEmpty() ? null : operation.bodies().get(index);
    }

    private static String serviceParameters(OperationModel operation, @Nullable BodyModel body) {
        List<String> parameters = new ArrayList<>();
        boolean cookies = false;
        for (ParameterModel parameter : operation.parameters()) {
            if (parameter.in() == ParameterModel.In.COOKIE) {
                cookies = true;
            } else {
                parameters.add(new ParameterCode(parameter, parameter.name()).declaration());
            }
        }
        if (cookies) {
            parameters.add("@Header(\"Cookie\") @Nullable String cookies");
        }
        if (body != null) {
            parameters.add("@Body " + (isDirect(body) ? body.type().javaName() : "RequestBody") + " body");
        }
        return String.join(", ", parameters);
    }

    /** Whether Retrofit's converter writes the body. */
    private static boolean isDirect(BodyModel body) {
        return body.kind() == BodyModel.Kind.JSON
                && body.required()
                && body.mediaType().equals("application/json");
    }

    private static List<String> annotations(OperationModel operation, @Nullable BodyModel body) {
        List<String> lines = new ArrayList<>();
        String retry = operation.retry().equals("always") ? ", retry = RetryClass.ALWAYS" : "";
        String header = operation.idempotencyHeader().isEmpty()
                ? ""
                : ", idempotencyHeader = " + Literals.string(operation.idempotencyHeader());
        lines.add("@Operation(name = " + Literals.string(operation.name()) + ", key = "
                + Literals.string(operation.key()) + retry + header + ")");
        lines.add("@Secured(" + requirements(operation.security()) + ")");
        operation
                .errors()
                .forEach(error -> lines.add("@ErrorBody(status = " + Literals.string(error.status()) + ", type = "
                        + error.className() + ".class)"));
        if (!operation.result().accept().isEmpty()) {
            lines.add("@Headers("
                    + Literals.string("Accept: " + operation.result().accept()) + ")");
        }
        String path = Literals.string(PathTemplate.relative(operation.path()));
        boolean standard = ANNOTATED.contains(operation.method());
        boolean permitsBody = Set.of("POST", "PUT", "PATCH").contains(operation.method());
        if (standard && (body == null || permitsBody)) {
            lines.add("@" + operation.method() + "(" + path + ")");
        } else {
            lines.add("@HTTP(method = " + Literals.string(operation.method()) + ", path = " + path
                    + (body == null ? "" : ", hasBody = true") + ")");
        }
        return lines;
    }

    private static String requirements(List<List<String>> alternatives) {
        if (alternatives.isEmpty()) {
            return "{}";
        }
        List<String> all = new ArrayList<>();
        alternatives.forEach(each -> {
            List<String> names = each.stream().map(Literals::string).toList();
            all.add("@Requirement(" + (names.size() == 1 ? names.get(0) : "{" + String.join(", ", names) + "}") + ")");
        });
        return all.size() == 1 ? all.get(0) : "{" + String.join(", ", all) + "}";
    }

    static ApiView api(ApiModel api, String title) {
        List<ApiMethodView> methods = new ArrayList<>();
        for (OperationModel operation : api.operations()) {
            for (int body = 0; body < Math.max(1, operation.bodies().size()); body++) {
                methods(operation, body, methods);
            }
        }
        String words = String.join(" ", dev.lockstep.generator.names.JavaNames.humps(api.name()));
        return new ApiView(
                api.className(),
                api.serviceName(),
                Comments.javadoc()
                        .text(words + " of " + (title.isBlank() ? "the vendor" : title) + ".")
                        .render(0),
                usesDeprecated(api),
                methods);
    }

    /** A method under a name that it had before: it delegates. */
    private static ApiMethodView former(String former, String name, ApiMethodView method, List<String> passed) {
        return new ApiMethodView(
                former,
                method.result(),
                method.parameters(),
                name + "(" + String.join(", ", passed) + ")",
                Comments.javadoc()
                        .tagMarkup("@deprecated", "renamed to {@code " + name + "}")
                        .render(4),
                true);
    }

    private static void methods(OperationModel operation, int index, List<ApiMethodView> methods) {
        BodyModel body = body(operation, index);
        int first = methods.size();
        String name = operation.name(index);
        List<String> declared = arguments(operation, body, false);
        if (operation.options() != null) {
            boolean optional = operation.options().properties().stream().noneMatch(PropertyModel::required);
            String type = operation.options().name();
            if (optional) {
                List<String> passed = new ArrayList<>(arguments(operation, body, true));
                passed.add(type + ".NONE");
                methods.add(new ApiMethodView(
                        name,
                        operation.result().javaName(),
                        String.join(", ", declared),
                        name + "(" + String.join(", ", passed) + ")",
                        javadoc(operation, body, false),
                        operation.docs().deprecated()));
            }
            declared.add(type + " options");
        }
        methods.add(new ApiMethodView(
                name,
                operation.result().javaName(),
                String.join(", ", declared),
                "service." + name + "(" + String.join(", ", passed(operation, body)) + ").with(callOptions)",
                javadoc(operation, body, operation.options() != null),
                operation.docs().deprecated()));
        List<ApiMethodView> current = List.copyOf(methods.subList(first, methods.size()));
        for (String former : operation.formerNames(index)) {
            for (ApiMethodView method : current) {
                List<String> passed = new ArrayList<>(arguments(operation, body, true));
                if (operation.options() != null && method.equals(current.get(current.size() - 1))) {
                    passed.add("options");
                }
                methods.add(former(former, name, method, passed));
            }
        }
    }

    private static List<String> arguments(OperationModel operation, @Nullable BodyModel body, boolean namesOnly) {
        List<String> arguments = new ArrayList<>();
        for (ParameterModel parameter : operation.parameters()) {
            if (parameter.argument()) {
                String nullable = parameter.required() ? "" : "@Nullable ";
                arguments.add(
                        namesOnly
                                ? parameter.name()
                                : nullable + parameter.type().javaName() + " " + parameter.name());
            }
        }
        if (body != null) {
            arguments.add(namesOnly ? "body" : (body.required() ? "" : "@Nullable ") + bodyType(body) + " body");
        }
        return arguments;
    }

    static String bodyType(BodyModel body) {
        return switch (body.kind()) {
            case TEXT -> "String";
            case BINARY -> "RequestBody";
            default -> body.type().javaName();
        };
    }

    private static List<String> passed(OperationModel operation, @Nullable BodyModel body) {
        List<String> passed = new ArrayList<>();
        List<String> cookies = new ArrayList<>();
        int option = 0;
        for (ParameterModel parameter : operation.parameters()) {
            String value = parameter.name();
            if (!parameter.argument()) {
                value = "options."
                        + Objects.requireNonNull(operation.options())
                                .properties()
                                .get(option++)
                                .name() + "()";
            }
            if (parameter.in() == ParameterModel.In.COOKIE) {
                cookies.add("Parameters.cookie(" + Literals.string(parameter.jsonName()) + ", "
                        + parameter.type().adapter() + ", " + value + ")");
            } else {
                passed.add(new ParameterCode(parameter, value).argument());
            }
        }
        if (!cookies.isEmpty()) {
            passed.add("Parameters.cookies(" + String.join(", ", cookies) + ")");
        }
        if (body != null) {
            passed.add(bodyArgument(body));
        }
        return passed;
    }

    private static String bodyArgument(BodyModel body) {
        String mediaType = Literals.string(body.mediaType());
        return switch (body.kind()) {
            case JSON ->
                isDirect(body)
                        ? "body"
                        : "Bodies.json(" + mediaType + ", " + body.type().adapter() + ", body)";
            case FORM -> "Bodies.form(" + body.type().adapter() + ", body)";
            case MULTIPART ->
                "Bodies.multipart(" + mediaType + ", " + body.type().adapter() + ", body)";
            case TEXT -> "Bodies.text(" + mediaType + ", body)";
            case BINARY -> "Bodies.binary(" + mediaType + ", body)";
        };
    }

    private static String javadoc(OperationModel operation, @Nullable BodyModel body, boolean withOptions) {
        Comments comment = Comments.javadoc()
                .text(operation.docs().summary())
                .text(operation.docs().text())
                .text(operation.key());
        if (!operation.source().isEmpty()) {
            comment.text("Published at " + operation.source());
        }
        for (ParameterModel parameter : operation.parameters()) {
            if (parameter.argument() && parameter.docs().text() != null) {
                comment.tag("@param " + parameter.name(), parameter.docs().text());
            }
        }
        if (body != null && body.docs().text() != null) {
            comment.tag("@param body", body.docs().text());
        }
        if (withOptions) {
            comment.tagMarkup("@param options", "optional parameters");
        }
        if (operation.result().kind() == ResultModel.Kind.BINARY) {
            comment.tagMarkup("@return", "a stream that the caller closes");
        }
        if (operation.docs().deprecated()) {
            comment.tagMarkup("@deprecated", "the vendor advises against it");
        }
        return comment.render(4);
    }
}
