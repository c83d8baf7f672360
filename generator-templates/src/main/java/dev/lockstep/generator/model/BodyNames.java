package dev.lockstep.generator.model;

import dev.lockstep.generator.names.SymbolTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the further methods of an operation with several request media types are called: {@code sendAsForm}. No other operation
 * has such a name: a new operation yields to a method of a locked one, and else the method gets a number.
 */
final class BodyNames {
    private BodyNames() {}

    /**
     * Names the methods of operations that have their names and bodies.
     *
     * @param names of the client, to which those of operations that yield and of methods with a number are written
     */
    static void name(
            Collection<OperationParts> operations, Map<String, String> sticky, SortedMap<String, String> names) {
        List<OperationParts> sorted = operations.stream()
                .sorted(Comparator.comparing(OperationParts::key))
                .toList();
        Set<String> locked = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (OperationParts operation : sorted) {
            all.add(fold(operation.name));
            for (int body = 1; body < operation.bodies.size(); body++) {
                if (sticky.containsKey(operation.key())) {
                    locked.add(fold(sticky.getOrDefault(
                            key(operation, body), operation.name + suffix(operation.bodies, body))));
                }
                for (String former : operation.former) {
                    locked.add(fold(former + suffix(operation.bodies, body)));
                }
            }
        }
        SymbolTable moved = new SymbolTable(true, all);
        moved.avoid(locked);
        for (OperationParts operation : sorted) {
            if (locked.contains(fold(operation.name)) && !sticky.containsKey(operation.key())) {
                moved.want(operation.key(), operation.name);
            }
        }
        Map<String, String> others = moved.assign();
        SymbolTable table = new SymbolTable(true, List.of());
        for (OperationParts operation : sorted) {
            operation.name = others.getOrDefault(operation.key(), operation.name);
            names.put(operation.key(), operation.name);
            table.avoid(List.of(operation.name));
            table.avoid(operation.former);
        }
        for (OperationParts operation : sorted) {
            for (int body = 1; body < operation.bodies.size(); body++) {
                String key = key(operation, body);
                table.want(key, operation.name + suffix(operation.bodies, body));
                if (sticky.containsKey(key)) {
                    table.keep(key, sticky.get(key));
                }
            }
        }
        Map<String, String> methods = new TreeMap<>(table.assign());
        for (OperationParts operation : sorted) {
            for (int body = 1; body < operation.bodies.size(); body++) {
                String key = key(operation, body);
                String natural = operation.name + suffix(operation.bodies, body);
                String method = methods.getOrDefault(key, natural);
                operation.methods.add(method);
                if (!method.equals(natural)) {
                    names.put(key, method);
                }
            }
        }
    }

    private static String key(OperationParts operation, int body) {
        return operation.key() + " " + suffix(operation.bodies, body);
    }

    /** What tells the method of one of the bodies from that of the first. */
    static String suffix(List<BodyModel> bodies, int body) {
        BodyModel.Kind kind = bodies.get(body).kind();
        long same = bodies.subList(0, body).stream()
                .filter(each -> each.kind() == kind)
                .count();
        return "As" + kind.suffix() + (same == 0 ? "" : same + 1);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
