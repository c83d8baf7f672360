package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockReader;
import dev.lockstep.generator.lock.LockWriter;
import dev.lockstep.generator.lock.Sha256;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.SpecDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The client of a document in three hashes: of all sources (path and {@linkplain SourceTokens tokens}, sorted by path: white
 * space between tokens does not count), of the surface as {@code client.api} has it, and of the sorted {@code names} as
 * {@link LockWriter} writes them into the lock.
 *
 * <p>Each document is generated twice: with the lock that is given, or none, and with the names of that run as its lock, which
 * must change nothing and leave no entry over. Names hold words of third parties, so that those of 0.1.0 are not kept: where
 * their hash is equal, the lock of the first run <em>is</em> the lock that 0.1.0 wrote, and the second run is the one with a
 * 0.1.0 lock given. Of a document whose names differ only {@code given} below can tell what a 0.1.0 lock makes of it.
 *
 * <p>System properties:
 *
 * <ul>
 *   <li>{@code lockstep.as-before.keep=DIR} keeps sources, surface and lock of each document beneath DIR, so that two runs can be
 *       held against each other with {@code diff -r};
 *   <li>{@code lockstep.as-before.given=DIR} also generates each document with the lock that an earlier run kept beneath DIR,
 *       and requires every line of the surface of that run: nothing that users call may go.
 * </ul>
 */
public final class AsBeforeClient {
    /** What the hashes are of. */
    public static final List<String> COLUMNS = List.of("sources", "surface", "names");

    private static final String KEEP = System.getProperty("lockstep.as-before.keep", "");
    private static final String GIVEN = System.getProperty("lockstep.as-before.given", "");

    private AsBeforeClient() {}

    /** The hashes of a client that is generated without a lock. */
    public static List<String> hashes(
            String name, SpecDocument document, Function<SortedMap<String, String>, GeneratorOptions> options)
            throws IOException {
        return hashes(name, document, new TreeMap<>(), options);
    }

    /**
     * The hashes of a client.
     *
     * @param lock the names of its lock
     * @param options those with the names of a lock
     */
    public static List<String> hashes(
            String name,
            SpecDocument document,
            SortedMap<String, String> lock,
            Function<SortedMap<String, String>, GeneratorOptions> options)
            throws IOException {
        GeneratedClient client = ClientGenerator.generate(document, options.apply(lock));
        keep(name, client);
        GeneratedClient again =
                ClientGenerator.generate(document, options.apply(client.model().names()));
        assertEquals(List.of(), changed(client, again), () -> name + " with its own lock given");
        given(name, document, options);
        StringBuilder sources = new StringBuilder();
        client.files()
                .forEach((path, text) -> sources.append(path)
                        .append('\0')
                        .append(SourceTokens.of(text))
                        .append('\0'));
        return List.of(Sha256.of(sources.toString()), surface(client.model()), names(client.model()));
    }

    /** The hash of the surface. */
    public static String surface(ClientModel model) {
        return Sha256.of(model.surface().text());
    }

    /** The hash of the entry {@code names} of the lock's text. */
    public static String names(ClientModel model) {
        String text = lock(model);
        int start = text.indexOf("  \"names\": {");
        return Sha256.of(text.substring(start, text.indexOf("\n  \"operations\": ", start)));
    }

    private static List<String> changed(GeneratedClient one, GeneratedClient other) {
        List<String> changed = new ArrayList<>(changed("", one.files(), other.files()));
        changed.addAll(changed("lock: ", one.model().names(), other.model().names()));
        return changed;
    }

    private static List<String> changed(String kind, Map<String, String> one, Map<String, String> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .filter(key -> !String.valueOf(one.get(key)).equals(other.get(key)))
                .map(key -> kind + key)
                .toList();
    }

    private static void keep(String name, GeneratedClient client) throws IOException {
        if (KEEP.isEmpty()) {
            return;
        }
        Path folder = Path.of(KEEP).resolve(name);
        for (Map.Entry<String, String> source : client.files().entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        Files.writeString(folder.resolve("client.api"), client.model().surface().text());
        Files.writeString(folder.resolve("lock.json"), lock(client.model()));
    }

    private static void given(
            String name, SpecDocument document, Function<SortedMap<String, String>, GeneratorOptions> options)
            throws IOException {
        Path folder = Path.of(GIVEN).resolve(name);
        if (GIVEN.isEmpty() || !Files.exists(folder)) {
            return;
        }
        Lock lock = LockReader.read(folder.resolve("lock.json")).lock();
        Set<String> offered = ClientGenerator.model(document, options.apply(lock.names()))
                .surface()
                .text()
                .lines()
                .collect(Collectors.toSet());
        try (Stream<String> lines = Files.lines(folder.resolve("client.api"))) {
            assertEquals(
                    List.of(),
                    lines.filter(line -> !offered.contains(line)).toList(),
                    () -> name + " with the lock that was kept");
        }
    }

    /** The lock of a client, of which only the names count here. */
    private static String lock(ClientModel model) {
        String none = Sha256.of("");
        return LockWriter.write(new Lock(
                model.vendor(),
                "1",
                new Lock.Spec("openapi.yaml", none),
                List.of(),
                new TreeMap<>(),
                List.of(),
                model.names(),
                new Lock.Client("a", "A", "1", "https://example.com", new TreeMap<>()),
                List.of()));
    }
}
