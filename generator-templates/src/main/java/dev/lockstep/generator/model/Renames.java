package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Pointer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which schemas of the document the lock knows under another key: one that is first used where another one was, which is
 * gone, or that was written where it is now referred to. What lies inside of it moved with it.
 */
final class Renames {
    private final Collection<String> keys;
    private final Map<String, String> sticky;
    private final Map<String, String> former = new HashMap<>();
    /** Names that stay with classes whose keys are still there, or were given to renamed ones. */
    private final Set<String> kept = new HashSet<>();
    /** Keys of the lock's classes that are gone, by their names. */
    private final Map<String, String> gone = new HashMap<>();

    private Renames(Collection<String> keys, Map<String, String> sticky) {
        this.keys = keys;
        this.sticky = sticky;
    }

    /** Compares the keys of a document's classes with those of the lock. */
    static Renames of(Collection<String> keys, Map<String, String> uses, Map<String, String> sticky, JsonNode root) {
        Renames renames = new Renames(keys, sticky);
        sticky.forEach((key, name) -> {
            if (keys.contains(key)) {
                renames.kept.add(name);
            } else if (key.startsWith(Pointer.ROOT) && key.indexOf(' ') < 0) {
                renames.gone.put(name, key);
            }
        });
        boolean news = !sticky.isEmpty() && keys.stream().anyMatch(key -> !sticky.containsKey(key));
        if (news && !renames.gone.isEmpty()) {
            keys.forEach(key -> renames.rename(key, sticky.get("use " + uses.getOrDefault(key, ""))));
            renames.extracted(root, Pointer.ROOT);
            keys.stream().sorted().forEach(key -> renames.rename(key, sticky.get(InputOutputSchemas.base(key))));
        }
        return renames;
    }

    private void rename(String key, @Nullable String name) {
        String old = name == null ? null : gone.get(name);
        if (old != null && name != null && !sticky.containsKey(key) && !former.containsKey(key) && kept.add(name)) {
            former.put(key, old);
        }
    }

    /** Finds references that stand where the lock knows a class. */
    private void extracted(JsonNode node, String pointer) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                extracted(node.get(i), Pointer.child(pointer, i));
            }
        } else if (node.path("$ref").isTextual()) {
            String target = Pointer.ofReference(node.path("$ref").textValue()).orElse("");
            if (keys.contains(target)) {
                rename(target, sticky.get(pointer));
            }
        } else {
            node.properties().forEach(entry -> {
                if (entry.getValue().isContainerNode()) {
                    extracted(entry.getValue(), Pointer.child(pointer, entry.getKey()));
                }
            });
        }
    }

    /** The key under which the lock has a class: its own where it was not renamed. */
    String former(String key) {
        for (int end = key.length(); end > 0; end = key.lastIndexOf('/', end - 1)) {
            String renamed = former.get(key.substring(0, end));
            if (renamed != null) {
                return renamed + key.substring(end);
            }
        }
        return key;
    }
}
