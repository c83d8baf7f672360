package dev.lockstep.generator.render;

import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.ResultModel;
import dev.lockstep.generator.names.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The class of an API, as {@code api.mustache} prints it.
 *
 * @param name the name of the class
 * @param service name of the Retrofit interface
 * @param javadoc lines of a comment
 * @param usesDeprecated whether it names something deprecated
 * @param methods those of one operation follow each other
 */
record ApiView(String name, String service, String javadoc, boolean usesDeprecated, List<Method> methods) {
    /**
     * A method of the class.
     *
     * @param name the name of the method, here and in the Retrofit interface
     * @param result type of the call's value
     * @param javadoc lines of a comment, indented; empty for none
     * @param deprecated whether users are advised against it
     * @param parameters in their order
     * @param delegate the method that it only calls; absent where it calls the Retrofit interface
     * @param arguments of the Retrofit interface; empty where it delegates
     */
    record Method(
            String name,
            String result,
            String javadoc,
            boolean deprecated,
            List<Parameter> parameters,
            @Nullable Delegate delegate,
            List<Argument> arguments) {}

    /**
     * A parameter of a method.
     *
     * @param nullable whether it may be null
     * @param type its type
     * @param name its name
     */
    record Parameter(boolean nullable, String type, String name) {}

    /**
     * A method of the same class.
     *
     * @param name the name of the method
     * @param passed expressions of its arguments
     */
    record Delegate(String name, List<String> passed) {}

    /**
     * An argument of the Retrofit interface: one of these.
     *
     * @param parameter a parameter that is no cookie; absent for another argument
     * @param cookies all cookies as one argument; empty for another one
     * @param body the request body; absent for another argument
     */
    record Argument(
            @Nullable Value parameter,
            List<Cookie> cookies,
            @Nullable Body body) {}

    /**
     * The value of a parameter.
     *
     * @param expression the expression of the value as the caller gave it
     * @param path the method of {@code PathParameters} that encodes it; absent outside of a path
     * @param writer the method of {@code Parameters} that makes a text of it; absent where it passes as it is
     * @param named whether the writer takes the name
     * @param wireName literal: the name in the document
     * @param adapter expression of the adapter that the writer takes
     * @param delimiter literal: what the writer puts between values; absent where it asks for none
     * @param explode {@code true} or {@code false}; absent where the writer does not ask for it
     */
    record Value(
            String expression,
            @Nullable String path,
            @Nullable String writer,
            boolean named,
            String wireName,
            String adapter,
            @Nullable String delimiter,
            @Nullable String explode) {}

    /**
     * A cookie.
     *
     * @param wireName literal: its name
     * @param adapter expression of its value's adapter
     * @param expression the expression of its value
     */
    record Cookie(String wireName, String adapter, String expression) {}

    /**
     * The request body, whose parameter is {@code body}.
     *
     * @param writer the method of {@code Bodies} that makes it; absent where Retrofit's converter does
     * @param mediaType literal: its media type; absent where the writer does not ask for it
     * @param adapter expression of its adapter; absent where the writer does not ask for it
     */
    record Body(
            @Nullable String writer,
            @Nullable String mediaType,
            @Nullable String adapter) {}

    static ApiView of(ApiModel api, String title) {
        List<Method> methods = new ArrayList<>();
        for (OperationModel operation : api.operations()) {
            for (int body = 0; body < Math.max(1, operation.bodies().size()); body++) {
                methods(operation, body, methods);
            }
        }
        String words = String.join(" ", JavaNames.humps(api.name()));
        return new ApiView(
                api.className(),
                api.serviceName(),
                Comments.javadoc()
                        .text(words + " of " + (title.isBlank() ? "the vendor" : title) + ".")
                        .render(0),
                Deprecations.in(api),
                methods);
    }

    private static void methods(OperationModel operation, int index, List<Method> methods) {
        BodyModel body = BodyForm.of(operation, index);
        ObjectType options = operation.options();
        String name = operation.name(index);
        List<Parameter> required = parameters(operation, body);
        List<Method> current = new ArrayList<>();
        if (options != null && options.properties().stream().noneMatch(PropertyModel::required)) {
            current.add(method(
                    operation,
                    body,
                    name,
                    required,
                    new Delegate(name, names(required, options.name() + ".NONE")),
                    false));
        }
        List<Parameter> all = new ArrayList<>(required);
        if (options != null) {
            all.add(new Parameter(false, options.name(), "options"));
        }
        current.add(method(operation, body, name, all, null, options != null));
        methods.addAll(current);
        for (String former : operation.formerNames(index)) {
            current.forEach(method -> methods.add(former(former, method)));
        }
    }

    private static Method method(
            OperationModel operation,
            @Nullable BodyModel body,
            String name,
            List<Parameter> parameters,
            @Nullable Delegate delegate,
            boolean withOptions) {
        return new Method(
                name,
                operation.result().javaName(),
                javadoc(operation, body, withOptions),
                operation.docs().deprecated(),
                parameters,
                delegate,
                delegate == null ? arguments(operation, body) : List.of());
    }

    /** A method under a name that it had before: it delegates. */
    private static Method former(String former, Method method) {
        String javadoc = Comments.javadoc()
                .tagMarkup("@deprecated", "renamed to {@code " + method.name() + "}")
                .render(4);
        Delegate delegate = new Delegate(method.name(), names(method.parameters()));
        return new Method(former, method.result(), javadoc, true, method.parameters(), delegate, List.of());
    }

    private static List<String> names(List<Parameter> parameters, String... more) {
        List<String> names = new ArrayList<>();
        parameters.forEach(each -> names.add(each.name()));
        names.addAll(List.of(more));
        return names;
    }

    private static List<Parameter> parameters(OperationModel operation, @Nullable BodyModel body) {
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterModel parameter : operation.parameters()) {
            if (parameter.argument()) {
                parameters.add(
                        new Parameter(!parameter.required(), parameter.type().javaName(), parameter.name()));
            }
        }
        if (body != null) {
            parameters.add(new Parameter(!body.required(), BodyForm.type(body), "body"));
        }
        return parameters;
    }

    private static List<Argument> arguments(OperationModel operation, @Nullable BodyModel body) {
        List<Argument> arguments = new ArrayList<>();
        List<Cookie> cookies = new ArrayList<>();
        int option = 0;
        for (ParameterModel parameter : operation.parameters()) {
            String value = parameter.name();
            if (!parameter.argument()) {
                ObjectType options = Objects.requireNonNull(operation.options());
                value = "options." + options.properties().get(option++).name() + "()";
            }
            if (parameter.in() == ParameterModel.In.COOKIE) {
                String name = Literals.string(parameter.jsonName());
                cookies.add(new Cookie(name, parameter.type().adapter(), value));
            } else {
                arguments.add(new Argument(new ParameterForm(parameter).passed(value), List.of(), null));
            }
        }
        if (!cookies.isEmpty()) {
            arguments.add(new Argument(null, cookies, null));
        }
        if (body != null) {
            arguments.add(new Argument(null, List.of(), BodyForm.passed(body)));
        }
        return arguments;
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
