package dev.lockstep.generator.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each class is used first, seen from the operations: a place that stays the same when the vendor renames the schema.
 */
final class Uses {
    private final Map<String, String> uses = new LinkedHashMap<>();

    private final StableKeys keys;

    private Uses(StableKeys keys) {
        this.keys = keys;
    }

    /** Place by the class's stable key. */
    static Map<String, String> of(Collection<OperationParts> operations, StableKeys keys) {
        Uses uses = new Uses(keys);
        operations.stream().sorted(Comparator.comparing(OperationParts::key)).forEach(uses::operation);
        return uses.uses;
    }

    private void operation(OperationParts operation) {
        String key = operation.key();
        operation.parameters.forEach(each -> visit(each.type(), key + " " + each.key()));
        operation.bodies.forEach(body -> visit(body.type(), key + " body " + body.mediaType()));
        visit(operation.result.type(), key + " success");
        operation.errors.forEach(error -> visit(error.type(), key + " " + error.status()));
    }

    private void visit(@Nullable TypeRef type, String place) {
        if (type instanceof TypeRef.ListOf list) {
            visit(list.element(), place + "[]");
        } else if (type instanceof TypeRef.MapOf map) {
            visit(map.value(), place + "{}");
        } else if (type instanceof TypeRef.Named named
                && uses.putIfAbsent(named.def().key(), place) == null) {
            if (named.def() instanceof ObjectType object) {
                object.properties().forEach(each -> visit(each.type(), place + "/" + each.jsonName()));
            } else if (named.def() instanceof UnionType union) {
                union.variants().forEach(each -> visit(each.type(), place + " " + keys.of(each.pointer())));
            }
        }
    }
}
