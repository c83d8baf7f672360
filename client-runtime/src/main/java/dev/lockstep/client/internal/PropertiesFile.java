package dev.lockstep.client.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** A properties file in UTF-8 that knows on which line each name stands, and refuses a name that stands twice. */
public final class PropertiesFile {
    /** A value and where its name begins, from 1. */
    public record Entry(String value, int line) {}

    private PropertiesFile() {}

    /**
     * Reads a file, whose values are stripped.
     *
     * @throws UncheckedIOException if it cannot be read, is not UTF-8, or holds a broken {@code \}{@code u} escape
     * @throws IllegalArgumentException if a name stands twice: only one of the two would count
     */
    public static SortedMap<String, Entry> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw unreadable(file, new IOException("not UTF-8", e));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        SortedMap<String, Entry> entries = new TreeMap<>();
        StringBuilder logical = new StringBuilder();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (logical.length() == 0) {
                start = i + 1;
            }
            logical.append(line).append('\n');
            boolean comment =
                    logical.length() == line.length() + 1 && line.stripLeading().matches("[#!].*");
            if (comment || !continues(line) || i + 1 == lines.size()) {
                add(entries, logical.toString(), file, start);
                logical.setLength(0);
            }
        }
        return Collections.unmodifiableSortedMap(entries);
    }

    /** An odd number of backslashes at its end. */
    private static boolean continues(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static void add(SortedMap<String, Entry> entries, String text, Path file, int line) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, new IOException("malformed \\u escape in line " + line, e));
        }
        for (String name : properties.stringPropertyNames()) {
            Entry entry = new Entry(properties.getProperty(name).strip(), line);
            Entry earlier = entries.put(name, entry);
            if (earlier != null) {
                throw new IllegalArgumentException(
                        name + " stands twice in " + file + ": in line " + earlier.line() + " and in line " + line);
            }
        }
    }

    private static UncheckedIOException unreadable(Path file, IOException cause) {
        return new UncheckedIOException("cannot read configuration " + file, cause);
    }
}
