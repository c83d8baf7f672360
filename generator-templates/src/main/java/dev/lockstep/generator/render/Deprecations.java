package dev.lockstep.generator.render;

import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.TypeRef;

/** Whether code names a class or member that the vendor advises against. */
final class Deprecations {
    private Deprecations() {}

    static boolean in(TypeRef type) {
        if (type instanceof TypeRef.ListOf list) {
            return in(list.element());
        }
        if (type instanceof TypeRef.MapOf map) {
            return in(map.value());
        }
        return type instanceof TypeRef.Named named && named.def().docs().deprecated();
    }

    static boolean in(ApiModel api) {
        return api.operations().stream().anyMatch(Deprecations::in);
    }

    private static boolean in(OperationModel operation) {
        return in(operation.result().type())
                || operation.bodies().stream().anyMatch(body -> in(body.type()))
                || operation.parameters().stream().anyMatch(each -> in(each.type()))
                || operation.errors().stream().anyMatch(error -> error.type() != null && in(error.type()))
                || (operation.options() != null
                        && operation.options().properties().stream()
                                .anyMatch(property -> property.docs().deprecated()));
    }
}
