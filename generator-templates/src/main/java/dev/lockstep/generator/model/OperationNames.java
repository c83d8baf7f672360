package dev.lockstep.generator.model;

import dev.lockstep.generator.names.JavaNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What operations are called, before collisions are settled. */
final class OperationNames {
    /** Ids that do not say what is done to what. */
    private static final Set<String> GENERIC = Set.of(
            "get",
            "list",
            "post",
            "put",
            "patch",
            "delete",
            "create",
            "update",
            "remove",
            "find",
            "search",
            "index",
            "show",
            "read",
            "head",
            "options",
            "trace",
            "all",
            "handler",
            "execute",
            "call",
            "invoke",
            "root",
            "operation");

    /** Segments that say nothing of the resource. */
    private static final String VERSION =
            "(?i)api|rest|v\\d+(\\.\\d+)*((alpha|beta)\\d*)?|latest|\\d+(\\.\\d+)*|\\d{4}-\\d\\d(-\\d\\d)?";

    private OperationNames() {}

    /** A name for each operation, by key. */
    static Map<String, String> wanted(List<OperationParts> operations) {
        Map<String, Integer> uses = new HashMap<>();
        operations.forEach(each -> uses.merge(id(each).toLowerCase(Locale.ROOT), 1, Integer::sum));
        Map<String, String> names = new HashMap<>();
        for (OperationParts operation : operations) {
            String id = id(operation);
            boolean unusable = id.isEmpty()
                    || GENERIC.contains(id.toLowerCase(Locale.ROOT))
                    || uses.getOrDefault(id.toLowerCase(Locale.ROOT), 0) > 1;
            names.put(operation.key(), unusable ? described(operation) : id);
        }
        return names;
    }

    /** The operationId without what repeats path and method; empty if there is none. */
    private static String id(OperationParts operation) {
        String id = operation.node.text("operationId");
        String suffix = operation.path.replaceAll("\\W", "_") + "_" + operation.method.toLowerCase(Locale.ROOT);
        if (id.endsWith(suffix) && id.length() > suffix.length()) {
            id = id.substring(0, id.length() - suffix.length());
        }
        return JavaNames.words(id).isEmpty() ? "" : JavaNames.member(id);
    }

    /** From the summary, if it is a short phrase, else from method and path. */
    private static String described(OperationParts operation) {
        List<String> words = JavaNames.words(operation.node.text("summary"));
        String phrase = String.join(" ", words);
        if (words.size() >= 2 && words.size() <= 6 && phrase.length() <= JavaNames.LONGEST_MADE) {
            List<String> lower = new ArrayList<>();
            words.stream()
                    .filter(word -> !Set.of("a", "an", "the").contains(word.toLowerCase(Locale.ROOT)))
                    .forEach(lower::add);
            return JavaNames.member(String.join(" ", lower));
        }
        return path(operation);
    }

    private static String path(OperationParts operation) {
        List<String> segments = new ArrayList<>();
        boolean lastIsParameter = false;
        for (String segment : operation.path.split("/", -1)) {
            lastIsParameter = segment.isEmpty() ? lastIsParameter : segment.startsWith("{");
            if (!segment.isEmpty() && !segment.contains("{") && !segment.matches(VERSION)) {
                segments.add(segment);
            }
        }
        String verb = switch (operation.method) {
            case "GET" -> lastIsParameter ? "get" : "list";
            case "POST" -> "create";
            case "PUT" -> "replace";
            case "PATCH" -> "update";
            default -> operation.method.toLowerCase(Locale.ROOT);
        };
        for (int from = 0; from < segments.size(); from++) {
            String name = JavaNames.member(verb + " " + String.join(" ", segments.subList(from, segments.size())));
            if (name.length() <= JavaNames.LONGEST_MADE) {
                return name;
            }
        }
        return JavaNames.member(verb + " root");
    }

    /** The resource that an operation belongs to: its first tag, else the first telling segment of its path. */
    static String api(OperationParts operation) {
        String tag = operation.node.value().path("tags").path(0).asText("");
        if (!JavaNames.words(tag).isEmpty()) {
            return JavaNames.type(tag);
        }
        for (String segment : operation.path.split("/", -1)) {
            if (!segment.contains("{")
                    && !segment.matches(VERSION)
                    && !JavaNames.words(segment).isEmpty()) {
                return JavaNames.type(segment);
            }
        }
        return "Root";
    }
}
