package dev.lockstep.tracker.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Operations of a document by their keys, {@code METHOD /path}. */
public final class Operations {
    /** The keys of a path item that hold operations, in the order in which specs are written. */
    public static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private Operations() {}

    /** Whether a word is an HTTP method that OpenAPI knows, in upper or lower case. */
    public static boolean isMethod(String word) {
        return METHODS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The key of an operation: {@code POST /v2/things}. */
    public static String key(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + ' ' + path;
    }

    /** The keys of a document's operations, in its order. */
    public static List<String> of(JsonNode root) {
        List<String> keys = new ArrayList<>();
        root.path("paths").properties().forEach(path -> {
            for (String method : METHODS) {
                if (path.getValue().path(method).isObject()) {
                    keys.add(key(method, path.getKey()));
                }
            }
        });
        return List.copyOf(keys);
    }
}
