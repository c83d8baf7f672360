package dev.lockstep.generator.model;

import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecOperation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation while it is being read. */
final class OperationParts {
    final SpecOperation described;
    final String method;
    final String path;
    final String pointer;
    final Node node;
    final List<ParameterModel> parameters = new ArrayList<>();
    final List<BodyModel> bodies = new ArrayList<>();

    /** Names of the methods for all bodies but the first. */
    final List<String> methods = new ArrayList<>();

    final List<ErrorModel> errors = new ArrayList<>();
    List<List<String>> security = List.of();
    ResultModel result = new ResultModel(ResultModel.Kind.NONE, TypeRef.Scalar.ANY, "");
    Docs docs = Docs.NONE;
    String source = "";
    String retry = "only-if-unsent";
    String idempotencyHeader = "";
    String name = "";
    List<String> former = List.of();
    String api = "";

    /** Whether it has more required parameters than a method has arguments; its options hold them. */
    boolean object;

    /** The statuses whose bodies the result is one of; empty where it is of one kind. */
    String results = "";

    @Nullable
    ObjectType options;

    OperationParts(SpecOperation described) {
        this.described = described;
        this.method = described.method();
        this.path = described.path();
        this.pointer = described.pointer();
        this.node = described.node();
    }

    String key() {
        return described.key();
    }
}
