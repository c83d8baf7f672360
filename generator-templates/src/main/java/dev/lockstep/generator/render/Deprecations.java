package dev.lockstep.generator.render;

import dev.lockstep.generator.model.TypeRef;

/** Whether code that names a type names a class that the vendor advises against. */
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
}
