package dev.lockstep.generator.render;

import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.ErrorModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The class of a client's adapters, as {@code adapters.mustache} prints it.
 *
 * @param name the name of the class
 * @param usesDeprecated whether it names something deprecated
 * @param parts one method each, of which the first is asked; never empty
 */
record AdaptersView(String name, boolean usesDeprecated, List<Part> parts) {
    /** A switch of more cases could outgrow what a method may hold. */
    private static final int CASES = 800;

    /**
     * Some of the adapters.
     *
     * @param method name of a method that is not the first
     * @param types names of classes that stand for a whole body
     * @param next name of the method of the next part; absent in the last one
     */
    record Part(String method, List<String> types, @Nullable String next) {}

    static String name(ClientModel model) {
        return model.className() + "Adapters";
    }

    /** The types that stand for a whole body: Retrofit asks for their adapters. */
    static AdaptersView of(ClientModel model) {
        TreeSet<String> types = new TreeSet<>();
        for (OperationModel operation : model.operations()) {
            collect(operation.result().type(), types);
            for (BodyModel body : operation.bodies()) {
                if (body.kind() == BodyModel.Kind.JSON) {
                    collect(body.type(), types);
                }
            }
            for (ErrorModel error : operation.errors()) {
                if (error.type() instanceof TypeRef.Named) {
                    collect(error.type(), types);
                }
            }
        }
        List<String> all = List.copyOf(types);
        List<Part> parts = new ArrayList<>();
        int start = 0;
        do {
            int end = Math.min(start + CASES, all.size());
            String next = end < all.size() ? method(parts.size() + 1) : null;
            parts.add(new Part(method(parts.size()), all.subList(start, end), next));
            start = end;
        } while (start < all.size());
        boolean deprecated =
                model.types().stream().anyMatch(type -> type.docs().deprecated() && types.contains(type.name()));
        return new AdaptersView(name(model), deprecated, parts);
    }

    private static String method(int part) {
        return part == 0 ? "find" : part == 1 ? "findMore" : "findMore" + part;
    }

    private static void collect(TypeRef type, Set<String> names) {
        if (type instanceof TypeRef.ListOf list) {
            collect(list.element(), names);
        } else if (type instanceof TypeRef.MapOf map) {
            collect(map.value(), names);
        } else if (type instanceof TypeRef.Named named) {
            names.add(named.javaName());
        }
    }
}
