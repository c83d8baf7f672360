package dev.lockstep.tracker.compare;

import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what no surface shows: arguments of the same type that changed places, so that code compiles and means another thing. */
final class ArgumentComparison {
    private ArgumentComparison() {}

    /** The new operations of which two or more arguments changed places. */
    static List<OperationModel> swapped(ClientModel before, ClientModel after) {
        Map<String, OperationModel> old = new HashMap<>();
        before.operations().forEach(operation -> old.put(operation.key(), operation));
        List<OperationModel> swapped = new ArrayList<>();
        for (OperationModel operation : after.operations()) {
            OperationModel was = old.get(operation.key());
            if (was != null && differ(arguments(was), arguments(operation))) {
                swapped.add(operation);
            }
        }
        return swapped;
    }

    private static List<String> arguments(OperationModel operation) {
        return operation.parameters().stream()
                .filter(ParameterModel::argument)
                .map(parameter -> parameter.in() + " " + parameter.jsonName())
                .toList();
    }

    private static boolean differ(List<String> before, List<String> after) {
        List<String> kept = new ArrayList<>(before);
        kept.retainAll(after);
        List<String> common = new ArrayList<>(after);
        common.retainAll(before);
        return !kept.equals(common);
    }
}
