package dev.lockstep.generator.model;

import dev.lockstep.generator.document.Pointer;
import dev.lockstep.generator.names.JavaNames;
import java.util.List;

/** Names of classes for schemas that have none of their own. */
final class ClassNames {
    /** Longer names are put together of the nearest part of their owner's name. */
    private static final int LONGEST = 45;

    private ClassNames() {}

    /** A class within another: its owner's name and its own, cut from the front where it becomes too long. */
    static String within(String owner, String part) {
        String own = JavaNames.type(part);
        List<String> humps = JavaNames.humps(owner);
        for (int from = 0; from < humps.size(); from++) {
            String name = String.join("", humps.subList(from, humps.size())) + own;
            if (name.length() <= LONGEST && !Character.isDigit(name.charAt(0))) {
                return name;
            }
        }
        return own;
    }

    /** The name of the component that a place lies directly in, such as a shared response; else the hint. */
    static String at(Located schema, String hint) {
        List<String> tokens = Pointer.tokens(schema.pointer());
        boolean shared = tokens.size() >= 3
                && tokens.get(0).equals("components")
                && List.of("parameters", "responses", "requestBodies", "headers")
                        .contains(tokens.get(1));
        return shared ? JavaNames.type(tokens.get(2)) : hint;
    }

    /** The class of a list's elements. */
    static String element(String list) {
        if (list.endsWith("ies") && list.length() > 4) {
            return list.substring(0, list.length() - 3) + "y";
        }
        if (list.endsWith("sses") || list.endsWith("xes")) {
            return list.substring(0, list.length() - 2);
        }
        if (list.endsWith("s") && !list.endsWith("ss") && !list.endsWith("us") && !list.endsWith("is")) {
            return list.substring(0, list.length() - 1);
        }
        return list.endsWith("Item") ? within(list, "Element") : within(list, "Item");
    }
}
