package dev.lockstep.generator.model;

import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.generator.names.Reserved;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import java.util.List;
import java.util.Set;

/** Names of classes for schemas that have none of their own. */
final class ClassNames {
    /** Longer names are put together of the nearest part of their owner's name. A number may still come behind. */
    static final int LONGEST = JavaNames.LONGEST_MADE - 2;

    /** What a name does not start with, once it is cut. */
    private static final Set<String> JOINTS =
            Set.of("And", "At", "By", "For", "From", "In", "Of", "On", "Or", "The", "To", "With");

    private ClassNames() {}

    /** A class within another: its owner's name and its own, cut from the front where it becomes too long. */
    static String within(String owner, String part) {
        String own = JavaNames.type(part);
        List<String> humps = JavaNames.humps(owner);
        for (int from = 0; from < humps.size(); from++) {
            String name = String.join("", humps.subList(from, humps.size())) + own;
            boolean joint = from > 0 && JOINTS.contains(humps.get(from));
            if (Reserved.type(name).length() <= LONGEST && !Character.isDigit(name.charAt(0)) && !joint) {
                return name;
            }
        }
        return shortened(own);
    }

    /** The last words of a name that fit; the whole of it where it is short enough, or is one word. */
    static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        List<String> humps = JavaNames.humps(name);
        for (int from = 1; from < humps.size(); from++) {
            String end = String.join("", humps.subList(from, humps.size()));
            if (end.length() <= LONGEST && !Character.isDigit(end.charAt(0)) && !JOINTS.contains(humps.get(from))) {
                return end;
            }
        }
        return name;
    }

    /** The name of the component that a place lies directly in, such as a shared response; else the hint. */
    static String at(Node schema, String hint) {
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
