package dev.lockstep.client.internal;

import dev.lockstep.client.Config;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The configuration names that a client knows. */
final class ConfigNames {
    private static final List<String> SHARED = List.of(
            "deadline",
            "attempt-timeout",
            "retry.attempts",
            "retry.base-delay",
            "retry.throttled-base-delay",
            "retry.max-delay",
            "retry.max-retry-after");
    private static final List<String> CLIENT = List.of("base-url", "allow-host", "allow-http");
    private static final List<String> OPERATION = List.of("retry", "attempts", "deadline", "attempt-timeout");

    private ConfigNames() {}

    /**
     * Refuses names under {@code lockstep} and the vendor that nothing reads.
     *
     * @throws IllegalArgumentException naming the nearest name that exists
     */
    static void check(
            Config config, String vendor, Collection<OperationSpec> operations, Collection<String> credentialKeys) {
        TreeSet<String> known = new TreeSet<>(credentialKeys);
        for (String name : SHARED) {
            known.add("lockstep." + name);
            known.add(vendor + "." + name);
        }
        for (String name : CLIENT) {
            known.add(vendor + "." + name);
        }
        TreeSet<String> operationNames = new TreeSet<>();
        for (OperationSpec operation : operations) {
            operationNames.add(operation.name());
            for (String name : OPERATION) {
                known.add(vendor + ".operations." + operation.name() + "." + name);
            }
        }
        for (String name : config.names()) {
            boolean ours = name.startsWith("lockstep.") || name.startsWith(vendor + ".");
            if (ours && !known.contains(name)) {
                throw new IllegalArgumentException(unknown(config, vendor, name, known, operationNames));
            }
        }
    }

    private static String unknown(
            Config config, String vendor, String name, Set<String> known, Set<String> operationNames) {
        String operations = vendor + ".operations.";
        if (name.startsWith(operations)) {
            String rest = name.substring(operations.length());
            int dot = rest.lastIndexOf('.');
            String operation = dot < 0 ? rest : rest.substring(0, dot);
            if (!operationNames.contains(operation)) {
                return "unknown operation '" + operation + "' in " + name + " of " + config.place(name)
                        + NearestName.hint(operation, operationNames);
            }
        }
        return "unknown name " + name + " in " + config.place(name) + NearestName.hint(name, known);
    }
}
