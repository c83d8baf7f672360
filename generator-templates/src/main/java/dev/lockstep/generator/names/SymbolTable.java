package dev.lockstep.generator.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of one scope: a package's classes, a class's members. No two are equal, not even ignoring case where the scope
 * becomes files. Names that collide are numbered in the order of their stable keys, never of their appearance.
 */
public final class SymbolTable {
    private final Set<String> taken = new HashSet<>();
    private final Set<String> avoided = new HashSet<>();
    private final boolean ignoreCase;
    private final Map<String, String> wanted = new LinkedHashMap<>();
    private final Map<String, String> fixed = new LinkedHashMap<>();

    /**
     * @param ignoreCase whether names that differ only in case collide
     * @param reserved names that are never given out
     */
    public SymbolTable(boolean ignoreCase, Collection<String> reserved) {
        this.ignoreCase = ignoreCase;
        reserved.forEach(name -> taken.add(fold(name)));
    }

    /** Names that are given out only to what keeps them; a number behind a name that was asked for does not lead to one. */
    public void avoid(Collection<String> names) {
        names.forEach(name -> avoided.add(fold(name)));
    }

    /** Asks for a name. */
    public void want(String key, String name) {
        wanted.put(key, name);
    }

    /** Asks for a name that was decided earlier, before all others. */
    public void keep(String key, String name) {
        fixed.put(key, name);
    }

    /** Decides all names. */
    public Map<String, String> assign() {
        Map<String, String> names = new TreeMap<>();
        fixed.forEach((key, name) -> {
            if (taken.add(fold(name))) {
                names.put(key, name);
            } else {
                wanted.put(key, name);
            }
        });
        taken.addAll(avoided);
        List<Map.Entry<String, String>> open = new ArrayList<>(wanted.entrySet());
        open.removeIf(entry -> names.containsKey(entry.getKey()));
        open.sort(Comparator.comparing((Map.Entry<String, String> entry) -> fold(entry.getValue()))
                .thenComparing(Map.Entry::getKey));
        for (Map.Entry<String, String> entry : open) {
            names.put(entry.getKey(), free(entry.getValue()));
        }
        return names;
    }

    private String free(String name) {
        String candidate = name;
        for (int number = 2; !taken.add(fold(candidate)); number++) {
            boolean digitEnd = Character.isDigit(name.charAt(name.length() - 1));
            candidate = name + (digitEnd ? "_" : "") + number;
        }
        return candidate;
    }

    private String fold(String name) {
        return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
