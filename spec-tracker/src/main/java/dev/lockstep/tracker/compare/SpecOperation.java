package dev.lockstep.tracker.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operation of a document.
 *
 * @param method in capitals
 * @param path the template as the document spells it
 * @param item the path item around it
 * @param node the operation object
 */
record SpecOperation(String method, String path, SpecNode item, SpecNode node) {
    /** Where operations stand; the second holds those whose paths differ by query alone. */
    static final List<String> PATHS = List.of("paths", "x-ms-paths");

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^/{}]*)}");

    /** How people name it: {@code POST /v2/things/{id}}. */
    String label() {
        return method + " " + path;
    }

    /** The same for every spelling of the path parameters' names. */
    String key() {
        return method + " " + PARAMETER.matcher(path).replaceAll("{}");
    }

    /** The names of the path parameters in the order of the path. */
    List<String> pathParameters() {
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The operation's own parameters and those of its path that it does not replace, as they are written. */
    List<SpecNode> parameters() {
        Map<String, SpecNode> byKey = new LinkedHashMap<>();
        for (SpecNode holder : List.of(item, node)) {
            for (SpecNode parameter : holder.get("parameters").items()) {
                SpecNode resolved = parameter.resolved();
                byKey.put(resolved.text("in", "") + " " + resolved.text("name", parameter.pointer()), parameter);
            }
        }
        return List.copyOf(byKey.values());
    }

    /** All operations by their label. */
    static Map<String, SpecOperation> all(SpecNode root) {
        Map<String, SpecOperation> operations = new LinkedHashMap<>();
        for (String holder : PATHS) {
            SpecNode paths = root.get(holder);
            for (String path : paths.keys()) {
                SpecNode item = paths.get(path).resolved();
                for (String method : METHODS) {
                    SpecNode node = item.get(method);
                    if (node.value().isObject()) {
                        SpecOperation operation = new SpecOperation(method.toUpperCase(Locale.ROOT), path, item, node);
                        operations.putIfAbsent(operation.label(), operation);
                    }
                }
            }
        }
        return operations;
    }
}
