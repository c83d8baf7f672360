package dev.lockstep.generator.render;

import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Retrofit interface, as {@code service.mustache} prints it.
 *
 * @param name the name of the interface
 * @param usesDeprecated whether it names something deprecated
 * @param methods one per operation and request media type
 */
record ServiceView(String name, boolean usesDeprecated, List<Method> methods) {
    private static final Set<String> ANNOTATED = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /**
     * A method of the interface.
     *
     * @param name the name of the method
     * @param result type of the call's value
     * @param operation literal: the operation's name
     * @param key literal: method and path as documented
     * @param alwaysRetried whether it may be sent again whatever happened
     * @param idempotencyHeader literal: the header of a key that is minted once per call; absent for none
     * @param security what a call is authorised by
     * @param errors documented statuses that are no success
     * @param accept literal: the value of the header {@code Accept} with its name; absent where JSON or nothing is asked for
     * @param path literal: the path below the base URL, as Retrofit takes it
     * @param httpMethod in capitals
     * @param annotated whether Retrofit has an annotation of that name for it, with a body or without as here
     * @param hasBody whether a body is sent
     * @param parameters in the order of the call's arguments
     */
    record Method(
            String name,
            String result,
            String operation,
            String key,
            boolean alwaysRetried,
            @Nullable String idempotencyHeader,
            Security security,
            List<ErrorBody> errors,
            @Nullable String accept,
            String path,
            String httpMethod,
            boolean annotated,
            boolean hasBody,
            List<Parameter> parameters) {}

    /**
     * What a call is authorised by.
     *
     * @param several whether there is more than one alternative
     * @param alternatives of which one is enough; empty where nothing is sent
     */
    record Security(boolean several, List<Requirement> alternatives) {}

    /**
     * Credentials that are sent together.
     *
     * @param several whether there is more than one scheme
     * @param schemes literals: their names; empty where a call needs none
     */
    record Requirement(boolean several, List<String> schemes) {
        static Requirement of(List<String> schemes) {
            return new Requirement(
                    schemes.size() > 1, schemes.stream().map(Literals::string).toList());
        }
    }

    /**
     * What the body of a status is read as.
     *
     * @param status literal: {@code "404"}, {@code "4XX"} or {@code "default"}
     * @param type the class of its body
     */
    record ErrorBody(String status, String type) {}

    /**
     * A parameter of a method.
     *
     * @param annotation simple name of Retrofit's annotation
     * @param wireName literal: the annotation's value; absent where it has none
     * @param encoded whether the value's delimiters are encoded already
     * @param nullable whether it may be null
     * @param type its type
     * @param name its name
     */
    record Parameter(
            String annotation,
            @Nullable String wireName,
            boolean encoded,
            boolean nullable,
            String type,
            String name) {}

    static ServiceView of(ApiModel api) {
        List<Method> methods = new ArrayList<>();
        for (OperationModel operation : api.operations()) {
            for (int body = 0; body < Math.max(1, operation.bodies().size()); body++) {
                methods.add(method(operation, body));
            }
        }
        return new ServiceView(api.serviceName(), Deprecations.in(api), methods);
    }

    private static Method method(OperationModel operation, int index) {
        BodyModel body = BodyForm.of(operation, index);
        String header = operation.idempotencyHeader();
        String accept = operation.result().accept();
        List<List<String>> alternatives = operation.security();
        return new Method(
                operation.name(index),
                operation.result().javaName(),
                Literals.string(operation.name()),
                Literals.string(operation.key()),
                operation.retry().equals("always"),
                header.isEmpty() ? null : Literals.string(header),
                new Security(
                        alternatives.size() > 1,
                        alternatives.stream().map(Requirement::of).toList()),
                operation.errors().stream()
                        .map(error -> new ErrorBody(Literals.string(error.status()), error.className()))
                        .toList(),
                accept.isEmpty() ? null : Literals.string("Accept: " + accept),
                Literals.string(PathTemplate.relative(operation.path())),
                operation.method(),
                (body == null ? ANNOTATED : WITH_BODY).contains(operation.method()),
                body != null,
                parameters(operation, body));
    }

    private static List<Parameter> parameters(OperationModel operation, @Nullable BodyModel body) {
        List<Parameter> parameters = new ArrayList<>();
        boolean cookies = false;
        for (ParameterModel parameter : operation.parameters()) {
            if (parameter.in() == ParameterModel.In.COOKIE) {
                cookies = true;
            } else {
                parameters.add(new ParameterForm(parameter).declared());
            }
        }
        if (cookies) {
            parameters.add(new Parameter("Header", Literals.string("Cookie"), false, true, "String", "cookies"));
        }
        if (body != null) {
            String type = BodyForm.isDirect(body) ? body.type().javaName() : "RequestBody";
            parameters.add(new Parameter("Body", null, false, false, type, "body"));
        }
        return parameters;
    }
}
