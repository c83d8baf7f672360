package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.document.SpecDocument;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockReader;
import dev.lockstep.generator.lock.LockWriter;
import dev.lockstep.generator.lock.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what the generator makes of documents with hashes that version 0.1.0 left.
 *
 * <p>A document's row has three SHA-256 hashes: of all sources (path and bytes, sorted by path), of the surface as
 * {@code client.api} has it, and of the sorted {@code names} as {@link LockWriter} writes them into the lock. A row that differs
 * fails, unless {@code as-before-explained.tsv} beside the rows names the fault that explains it, with the new hashes. An
 * explanation that nothing needs fails too.
 *
 * <p>Each document is generated twice: without a lock, and with the names of the first run as its lock, which must change
 * nothing and leave no entry over. Names hold words of third parties, so the names of 0.1.0 themselves are not kept: where the
 * hash of the names is equal, the lock of the first run <em>is</em> the lock that 0.1.0 wrote, and the second run is the one
 * with a 0.1.0 lock given. For documents whose names differ, {@code given} below has the 0.1.0 locks.
 *
 * <p>System properties:
 *
 * <ul>
 *   <li>{@code lockstep.as-before=write} writes the rows instead of comparing them;
 *   <li>{@code lockstep.as-before.keep=DIR} keeps sources, surface and lock of each document beneath DIR, so that two runs can be
 *       held against each other with {@code diff -r};
 *   <li>{@code lockstep.as-before.given=DIR} also generates each document with the lock that an earlier run kept beneath DIR,
 *       and requires the surface of that run, line by line: nothing that users call may go.
 * </ul>
 */
public final class AsBefore {
    private static final boolean WRITE =
            System.getProperty("lockstep.as-before", "").equals("write");
    private static final String KEEP = System.getProperty("lockstep.as-before.keep", "");
    private static final String GIVEN = System.getProperty("lockstep.as-before.given", "");

    /** The hashes of one document's client. */
    private record Row(String sources, String surface, String names) {
        static Row of(GeneratedClient client) {
            StringBuilder sources = new StringBuilder();
            client.files()
                    .forEach((path, text) -> sources.append(path)
                            .append('\0')
                            .append(text.getBytes(StandardCharsets.UTF_8).length)
                            .append('\0')
                            .append(text));
            return new Row(
                    Sha256.of(sources.toString()),
                    Sha256.of(client.model().surface().text()),
                    Sha256.of(lockedNames(client)));
        }

        /** From the columns of a file, from one on. */
        static Row of(String[] columns, int from) {
            return new Row(columns[from], columns[from + 1], columns[from + 2]);
        }

        String text() {
            return sources + "\t" + surface + "\t" + names;
        }

        /** Which hashes are others. */
        String difference(Row other) {
            List<String> different = new ArrayList<>();
            if (!sources.equals(other.sources)) {
                different.add("sources");
            }
            if (!surface.equals(other.surface)) {
                different.add("surface");
            }
            if (!names.equals(other.names)) {
                different.add("names");
            }
            return String.join(" and ", different);
        }
    }

    private record Explanation(String reason, Row row) {}

    private final Path file;
    private final SortedMap<String, Row> before = new TreeMap<>();
    private final SortedMap<String, Explanation> explanations = new TreeMap<>();
    private final SortedMap<String, Row> now = new TreeMap<>();
    private int good;

    private AsBefore(Path file) {
        this.file = file;
    }

    /**
     * Reads the rows of {@code as-before-NAME.tsv} and their explanations.
     *
     * @param resources a module's {@code src/test/resources}
     */
    public static AsBefore read(Path resources, String name) throws IOException {
        AsBefore asBefore = new AsBefore(resources.resolve("as-before-" + name + ".tsv"));
        if (Files.exists(asBefore.file)) {
            for (String[] columns : rows(asBefore.file, 4)) {
                asBefore.before.put(columns[0], Row.of(columns, 1));
            }
        }
        for (String[] columns : rows(resources.resolve("as-before-explained.tsv"), 5)) {
            if (asBefore.before.containsKey(columns[0])) {
                asBefore.explanations.put(columns[0], new Explanation(columns[1], Row.of(columns, 2)));
            }
        }
        return asBefore;
    }

    private static List<String[]> rows(Path file, int columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] row = line.split("\t", -1);
                assertEquals(columns, row.length, () -> file.getFileName() + ": " + line);
                rows.add(row);
            }
        }
        return rows;
    }

    /** How many documents are equal or explained. */
    public int good() {
        return good;
    }

    /** Generates a document as {@link #check(String, SpecDocument, SortedMap, Function)}, with no lock. */
    public void check(String name, SpecDocument document, Function<SortedMap<String, String>, GeneratorOptions> options)
            throws IOException {
        check(name, document, new TreeMap<>(), options);
    }

    /**
     * Generates a document and compares.
     *
     * @param lock the names of its lock
     * @param options those with the names of a lock
     */
    public void check(
            String name,
            SpecDocument document,
            SortedMap<String, String> lock,
            Function<SortedMap<String, String>, GeneratorOptions> options)
            throws IOException {
        GeneratedClient client = ClientGenerator.generate(document, options.apply(lock));
        Row row = Row.of(client);
        keep(name, client);
        GeneratedClient again =
                ClientGenerator.generate(document, options.apply(client.model().names()));
        assertEquals(List.of(), changed(client, again), () -> name + " with its own lock given");
        given(name, document, options);
        synchronized (this) {
            now.put(name, row);
            if (!WRITE) {
                compare(name, row);
            }
            good++;
        }
    }

    private static List<String> changed(GeneratedClient one, GeneratedClient other) {
        List<String> changed = new ArrayList<>();
        Set<String> paths = new TreeSet<>(one.files().keySet());
        paths.addAll(other.files().keySet());
        for (String path : paths) {
            if (!String.valueOf(one.files().get(path)).equals(other.files().get(path))) {
                changed.add(path);
            }
        }
        Set<String> keys = new TreeSet<>(one.model().names().keySet());
        keys.addAll(other.model().names().keySet());
        for (String key : keys) {
            String name = one.model().names().get(key);
            String then = other.model().names().get(key);
            if (name == null || !name.equals(then)) {
                changed.add("lock: " + key + ": " + name + " -> " + then);
            }
        }
        return changed;
    }

    private void compare(String name, Row row) {
        Row old = before.get(name);
        Explanation explanation = explanations.get(name);
        if (old == null) {
            fail(name + " has no row in " + file.getFileName() + ":\n" + name + "\t" + row.text());
        } else if (row.equals(old)) {
            assertEquals(null, explanation, () -> name + " is as before: its explanation is not needed any more");
        } else if (explanation == null) {
            fail(name + ": other " + row.difference(old) + ". Where a fault explains it, as-before-explained.tsv has\n"
                    + name + "\tREASON\t" + row.text());
        } else if (!row.equals(explanation.row())) {
            fail(name + ": other " + row.difference(explanation.row()) + " than explained by: " + explanation.reason()
                    + "\n" + name + "\t" + explanation.reason() + "\t" + row.text());
        }
    }

    private void keep(String name, GeneratedClient client) throws IOException {
        if (KEEP.isEmpty()) {
            return;
        }
        Path folder = Path.of(KEEP).resolve(name);
        for (String path : client.files().keySet()) {
            Path source = folder.resolve(path);
            Files.createDirectories(source.getParent());
            Files.writeString(source, client.files().get(path));
        }
        Files.writeString(folder.resolve("client.api"), client.model().surface().text());
        Files.writeString(folder.resolve("lock.json"), lock(client));
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

    /** Writes the rows where the property asks for it: rows of documents that were not generated stay. */
    public void write() throws IOException {
        if (!WRITE) {
            return;
        }
        SortedMap<String, Row> rows = new TreeMap<>(before);
        rows.putAll(now);
        StringBuilder text = new StringBuilder("# document\tsources\tsurface\tnames\n");
        rows.forEach(
                (name, row) -> text.append(name).append('\t').append(row.text()).append('\n'));
        Files.writeString(file, text);
    }

    /** The entry {@code names} of the lock's text. */
    private static String lockedNames(GeneratedClient client) {
        String text = lock(client);
        int start = text.indexOf("  \"names\": {");
        return text.substring(start, text.indexOf("\n  \"operations\": ", start));
    }

    /** The lock of a client, of which only the names count here. */
    private static String lock(GeneratedClient client) {
        String none = Sha256.of("");
        return LockWriter.write(new Lock(
                client.model().vendor(),
                "1",
                new Lock.Spec("openapi.yaml", none),
                List.of(),
                new TreeMap<>(),
                List.of(),
                client.model().names(),
                new Lock.Client("a", "A", "1", "https://example.com", new TreeMap<>()),
                List.of()));
    }
}
