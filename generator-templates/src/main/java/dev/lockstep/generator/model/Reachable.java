package dev.lockstep.generator.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which classes anything refers to. What was read only to be folded into another type needs no class. */
final class Reachable {
    private final Set<String> keys = new HashSet<>();

    private Reachable() {}

    /** Drops the others. */
    static void retain(
            Map<String, TypeDef> types, Collection<OperationParts> operations, Collection<TypeRef> components) {
        Reachable reachable = new Reachable();
        components.forEach(reachable::visit);
        for (OperationParts operation : operations) {
            operation.parameters.forEach(each -> reachable.visit(each.type()));
            operation.bodies.forEach(each -> reachable.visit(each.type()));
            reachable.visit(operation.result.type());
            operation.errors.forEach(each -> reachable.visit(each.type()));
            if (operation.options != null) {
                reachable.visit(new TypeRef.Named(operation.options));
            }
        }
        types.keySet().retainAll(reachable.keys);
    }

    private void visit(@Nullable TypeRef type) {
        if (type instanceof TypeRef.ListOf list) {
            visit(list.element());
        } else if (type instanceof TypeRef.MapOf map) {
            visit(map.value());
        } else if (type instanceof TypeRef.Named named && keys.add(named.def().key())) {
            if (named.def() instanceof ObjectType object) {
                object.properties().forEach(each -> visit(each.type()));
                visit(object.additional());
            } else if (named.def() instanceof UnionType union) {
                union.variants().forEach(each -> visit(each.type()));
            }
        }
    }
}
