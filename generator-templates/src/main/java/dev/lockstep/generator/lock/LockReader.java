package dev.lockstep.generator.lock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.Quote;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads a lock's text strictly: it is written by machine, so anything unexpected is an edit by hand. */
public final class LockReader {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

    private static final String NOT_BENEATH = "not a relative path beneath the vendor's folder";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]*");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private final SpecDocument document;

    private LockReader(SpecDocument document) {
        this.document = document;
    }

    /**
     * A lock as its file has it.
     *
     * @param lock what it says
     * @param recorded the hash that it gives of itself; equal to {@link Lock#sha256()} unless somebody edited it
     */
    public record Recorded(Lock lock, String recorded) {}

    /**
     * Reads a file.
     *
     * @throws SpecException when it is missing or not a lock; the message names the line
     */
    public static Recorded read(Path file) {
        return new LockReader(SpecReader.read(file)).lock();
    }

    /**
     * Reads a text.
     *
     * @param source what to call it in messages
     * @throws SpecException when it is not a lock; the message names the line
     */
    public static Recorded parse(String text, String source) {
        return new LockReader(SpecReader.parse(text, source)).lock();
    }

    private Recorded lock() {
        keys(
                Pointer.ROOT,
                "acceptances",
                "client",
                "generator",
                "inputs",
                "names",
                "operations",
                "sha256",
                "sources",
                "spec",
                "vendor");
        Lock lock = new Lock(
                matching(NAME, "#/vendor", "not a name of lower-case letters, digits and hyphens"),
                matching(VERSION, "#/generator", "not a version"),
                spec(),
                items("#/sources", this::source),
                hashes("#/inputs"),
                texts("#/operations"),
                map("#/names"),
                client(),
                items("#/acceptances", this::acceptance));
        return new Recorded(lock, hash("#/sha256"));
    }

    private Lock.Spec spec() {
        keys("#/spec", "file", "sha256");
        return new Lock.Spec(file("#/spec/file"), hash("#/spec/sha256"));
    }

    private Lock.Client client() {
        keys("#/client", "className", "credentials", "package", "server", "version");
        return new Lock.Client(
                matching(PACKAGE, "#/client/package", "not a package of lower-case letters and digits"),
                matching(CLASS, "#/client/className", "not a class name"),
                matching(VERSION, "#/client/version", "not a version"),
                text("#/client/server"),
                map("#/client/credentials"));
    }

    private Lock.Source source(String at) {
        keys(at, "file", "sha256", "url");
        return new Lock.Source(text(at + "/url"), file(at + "/file"), hash(at + "/sha256"));
    }

    private Lock.Acceptance acceptance(String at) {
        keys(at, "fingerprints", "reason");
        return new Lock.Acceptance(texts(at + "/fingerprints"), text(at + "/reason"));
    }

    private void keys(String at, String... expected) {
        Set<String> allowed = Set.of(expected);
        for (String name : names(at)) {
            if (!allowed.contains(name)) {
                throw document.refusal(Pointer.child(at, name), "unknown entry " + Quote.of(name) + " in a lock");
            }
        }
    }

    private List<String> names(String at) {
        JsonNode node = document.at(at);
        if (!node.isObject()) {
            throw document.refusal(at, (node.isMissingNode() ? "missing" : "not an object") + ": " + at);
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String text(String at) {
        JsonNode node = document.at(at);
        if (!node.isTextual()) {
            throw document.refusal(at, (node.isMissingNode() ? "missing" : "not a text") + ": " + at);
        }
        return node.textValue();
    }

    private String hash(String at) {
        return matching(HASH, at, "not a SHA-256 of 64 hexadecimal digits");
    }

    private String file(String at) {
        return matching(FILE, at, NOT_BENEATH);
    }

    private String matching(Pattern pattern, String at, String otherwise) {
        String text = text(at);
        if (!pattern.matcher(text).matches()) {
            throw document.refusal(at, otherwise + ": " + Quote.of(text));
        }
        return text;
    }

    private List<String> texts(String at) {
        return items(at, this::text);
    }

    private <T> List<T> items(String at, Function<String, T> read) {
        JsonNode node = document.at(at);
        if (!node.isArray()) {
            throw document.refusal(at, (node.isMissingNode() ? "missing" : "not an array") + ": " + at);
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(read.apply(Pointer.child(at, i)));
        }
        return items;
    }

    private SortedMap<String, String> map(String at) {
        return entries(at, this::text);
    }

    private SortedMap<String, String> hashes(String at) {
        for (String name : names(at)) {
            if (!FILE.matcher(name).matches()) {
                throw document.refusal(Pointer.child(at, name), NOT_BENEATH + ": " + Quote.of(name));
            }
        }
        return entries(at, this::hash);
    }

    private SortedMap<String, String> entries(String at, Function<String, String> read) {
        SortedMap<String, String> map = new TreeMap<>();
        names(at).forEach(name -> map.put(name, read.apply(Pointer.child(at, name))));
        return map;
    }
}
