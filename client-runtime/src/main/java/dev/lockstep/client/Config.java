package dev.lockstep.client;

import dev.lockstep.client.internal.NearestName;
import dev.lockstep.client.internal.PropertiesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Named values from wherever an application keeps them. Names are dotted and start with {@code lockstep} or a vendor:
 * {@code lockstep.retry.attempts}, {@code tavus.api-key}, {@code tavus.operations.endConversation.retry}.
 */
public final class Config {
    private static final Config EMPTY = of(Map.of());

    private final Function<String, @Nullable String> lookup;
    private final SortedSet<String> names;
    private final String source;
    private final Function<String, @Nullable String> places;

    private Config(Function<String, @Nullable String> lookup, Collection<String> names, String source) {
        this(lookup, names, source, name -> lookup.apply(name) == null ? null : source);
    }

    private Config(
            Function<String, @Nullable String> lookup,
            Collection<String> names,
            String source,
            Function<String, @Nullable String> places) {
        this.places = places;
        this.lookup = Objects.requireNonNull(lookup, "lookup");
        this.names = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(names));
        this.source = source;
    }

    /** A configuration without a value. */
    public static Config empty() {
        return EMPTY;
    }

    /** Any source that gives the value of a name, or null. Its names cannot be listed, so unknown ones are not found. */
    public static Config from(Function<String, @Nullable String> lookup) {
        return new Config(lookup, java.util.List.of(), "configuration");
    }

    /** The same for a source whose names can be listed, so that unknown ones are found. */
    public static Config from(Function<String, @Nullable String> lookup, Collection<String> names) {
        return new Config(lookup, names, "configuration");
    }

    /** These values. */
    public static Config of(Map<String, String> values) {
        Map<String, String> copy = new TreeMap<>(values);
        return new Config(copy::get, copy.keySet(), "configuration");
    }

    /**
     * A properties file in UTF-8, read now.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if a name stands twice in it
     */
    public static Config properties(Path file) {
        SortedMap<String, PropertiesFile.Entry> entries = PropertiesFile.read(file);
        return new Config(
                name -> {
                    PropertiesFile.Entry entry = entries.get(name);
                    return entry == null ? null : entry.value();
                },
                entries.keySet(),
                file.toString(),
                name -> {
                    PropertiesFile.Entry entry = entries.get(name);
                    return entry == null ? null : file + ":" + entry.line();
                });
    }

    /**
     * Environment variables: {@code tavus.api-key} is {@code TAVUS_API_KEY}. Where {@code TAVUS_API_KEY_FILE} is set
     * instead, the value is that file's content without its last line break, read each time it is asked for.
     */
    public static Config environment() {
        return environment(System.getenv());
    }

    /** {@link #environment()} over other variables. */
    public static Config environment(Map<String, String> variables) {
        Map<String, String> copy = Map.copyOf(variables);
        return new Config(name -> fromEnvironment(copy, name), java.util.List.of(), "environment");
    }

    /** The environment variable of a name: {@code TAVUS_API_KEY} for {@code tavus.api-key}. */
    public static String environmentName(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (char character : name.toUpperCase(Locale.ROOT).toCharArray()) {
            boolean plain = (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
            text.append(plain ? character : '_');
        }
        return text.toString();
    }

    /** This configuration, and the given one for names that this one leaves open. */
    public Config or(Config fallback) {
        TreeSet<String> all = new TreeSet<>(names);
        all.addAll(fallback.names);
        Function<String, @Nullable String> first = lookup;
        Function<String, @Nullable String> second = fallback.lookup;
        return new Config(
                name -> {
                    String value = first.apply(name);
                    return value != null ? value : second.apply(name);
                },
                all,
                source + ", " + fallback.source,
                name -> {
                    String place = places.apply(name);
                    return place != null ? place : fallback.places.apply(name);
                });
    }

    /** The value of a name, or null. */
    public @Nullable String get(String name) {
        return lookup.apply(name);
    }

    /** Where a name's value comes from, for messages: a file and a line, or what the source is called. Never a value. */
    public String place(String name) {
        String place = places.apply(name);
        return place == null ? source : place;
    }

    /** The names that can be listed: those of a map or properties file. */
    public SortedSet<String> names() {
        return names;
    }

    /**
     * Refuses names whose first part is none of these.
     *
     * @param firstParts vendor names; {@code lockstep} is always allowed
     * @throws IllegalArgumentException naming the unknown name and its nearest match
     */
    public void requireVendors(Collection<String> firstParts) {
        TreeSet<String> known = new TreeSet<>(firstParts);
        known.add("lockstep");
        for (String name : names) {
            int dot = name.indexOf('.');
            String first = dot < 0 ? name : name.substring(0, dot);
            if (!known.contains(first)) {
                throw new IllegalArgumentException("unknown vendor '" + first + "' in " + name + " of " + place(name)
                        + NearestName.hint(first, known));
            }
        }
    }

    /** Where the values come from, never a value. */
    @Override
    public String toString() {
        return source;
    }

    private static @Nullable String fromEnvironment(Map<String, String> variables, String name) {
        String variable = environmentName(name);
        String value = variables.get(variable);
        String file = variables.get(variable + "_FILE");
        if (file == null) {
            return value;
        }
        if (value != null) {
            throw new IllegalArgumentException("both " + variable + " and " + variable + "_FILE are set; unset one");
        }
        try {
            return withoutLastLineBreak(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file that " + variable + "_FILE names", e);
        }
    }

    private static String withoutLastLineBreak(String text) {
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
            if (end > 0 && text.charAt(end - 1) == '\r') {
                end--;
            }
        }
        return text.substring(0, end);
    }
}
