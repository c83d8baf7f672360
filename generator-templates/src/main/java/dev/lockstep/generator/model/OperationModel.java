package dev.lockstep.generator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation of the document: a method of the client. */
public final class OperationModel {
    private final String method;
    private final String path;
    private final String pointer;
    private final Docs docs;
    private final String source;
    private final List<ParameterModel> parameters;
    private final List<BodyModel> bodies;
    private final ResultModel result;
    private final List<ErrorModel> errors;
    private final List<List<String>> security;
    private final String retry;
    private final String idempotencyHeader;
    private final @Nullable ObjectType options;
    private final String name;
    private final List<String> methods;
    private final List<String> former;
    private final String api;

    OperationModel(OperationParts parts) {
        this.method = parts.method;
        this.path = parts.path;
        this.pointer = parts.pointer;
        this.docs = parts.docs;
        this.source = parts.source;
        this.parameters = List.copyOf(parts.parameters);
        this.bodies = List.copyOf(parts.bodies);
        this.result = parts.result;
        this.errors = List.copyOf(parts.errors);
        this.security = List.copyOf(parts.security);
        this.retry = parts.retry;
        this.idempotencyHeader = parts.idempotencyHeader;
        this.options = parts.options;
        this.name = parts.name;
        this.methods = List.copyOf(parts.methods);
        this.former = List.copyOf(parts.former);
        this.api = parts.api;
    }

    /** Method and path template: {@code POST /v2/conversations/{conversation_id}/end}. */
    public String key() {
        return method + " " + path;
    }

    /** In capitals. */
    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** Where the document has it. */
    public String pointer() {
        return pointer;
    }

    public Docs docs() {
        return docs;
    }

    /** The address of its published page; empty if it is not known. */
    public String source() {
        return source;
    }

    /** Arguments come first, path parameters in the path's order. */
    public List<ParameterModel> parameters() {
        return parameters;
    }

    /** One method each; empty if the operation takes no body. */
    public List<BodyModel> bodies() {
        return bodies;
    }

    public ResultModel result() {
        return result;
    }

    public List<ErrorModel> errors() {
        return errors;
    }

    /** Alternatives of schemes that are sent together; no alternative: nothing is sent. */
    public List<List<String>> security() {
        return security;
    }

    /** {@code always} or {@code only-if-unsent}. */
    public String retry() {
        return retry;
    }

    /** The header of a key that is minted once per call; empty for none. */
    public String idempotencyHeader() {
        return idempotencyHeader;
    }

    /** The class of its optional parameters; null if it has none. */
    public @Nullable ObjectType options() {
        return options;
    }

    /** The method's name, unique in the client. */
    public String name() {
        return name;
    }

    /** The resource that it belongs to: {@code Conversations}. */
    public String api() {
        return api;
    }

    /** The name of the method for one of its bodies. */
    public String name(int body) {
        return body == 0 ? name : methods.get(body - 1);
    }

    /** The names that the method for one of its bodies had before it was renamed: deprecated methods keep them. */
    public List<String> formerNames(int body) {
        String suffix = body == 0 ? "" : BodyNames.suffix(bodies, body);
        return former.stream().map(each -> each + suffix).toList();
    }

    @Override
    public String toString() {
        return key();
    }
}
