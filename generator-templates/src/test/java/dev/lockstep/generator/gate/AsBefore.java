package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds hashes of documents against those that version 0.1.0 left.
 *
 * <p>{@code as-before-NAME.tsv} has a row a document: its name, and a SHA-256 hash a column. A row that differs fails, unless
 * {@code as-before-NAME-explained.tsv} beside it has the document too: its name, the fault that explains the difference, and the
 * new hashes. An explanation that nothing needs fails, so that the list is as short as it can be.
 *
 * <p>The system property {@code lockstep.as-before=write} writes the rows instead of comparing them; those of documents that
 * were not looked at stay. {@link AsBeforeClient} makes the hashes of clients.
 */
public final class AsBefore {
    private static final boolean WRITE =
            System.getProperty("lockstep.as-before", "").equals("write");

    private record Explanation(String reason, List<String> hashes) {}

    private final Path file;
    private final Path explained;
    private final List<String> columns;
    private final SortedMap<String, List<String>> before = new TreeMap<>();
    private final SortedMap<String, Explanation> explanations = new TreeMap<>();
    private int good;

    private AsBefore(Path folder, String name, List<String> columns) {
        this.file = folder.resolve("as-before-" + name + ".tsv");
        this.explained = folder.resolve("as-before-" + name + "-explained.tsv");
        this.columns = List.copyOf(columns);
    }

    /**
     * Reads the rows and their explanations.
     *
     * @param folder a module's {@code src/test/resources}
     * @param columns what the hashes are of
     */
    public static AsBefore read(Path folder, String name, List<String> columns) throws IOException {
        AsBefore asBefore = new AsBefore(folder, name, columns);
        for (List<String> row : rows(asBefore.file, 1 + columns.size())) {
            asBefore.before.put(row.get(0), row.subList(1, row.size()));
        }
        for (List<String> row : rows(asBefore.explained, 2 + columns.size())) {
            assertTrue(
                    WRITE || asBefore.before.containsKey(row.get(0)),
                    () -> "explained, and no document of " + asBefore.file.getFileName() + ": " + row.get(0));
            asBefore.explanations.put(row.get(0), new Explanation(row.get(1), row.subList(2, row.size())));
        }
        return asBefore;
    }

    private static List<List<String>> rows(Path file, int columns) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            List<String> row = Arrays.asList(line.split("\t", -1));
            if (!line.startsWith("#")) {
                assertTrue(
                        row.size() == columns && row.stream().noneMatch(String::isBlank),
                        () -> file.getFileName() + " has a row that is not of " + columns + " columns: " + line);
                rows.add(row);
            }
        }
        return rows;
    }

    /** How many documents are equal or explained. */
    public synchronized int good() {
        return good;
    }

    /**
     * Compares, or takes note of what is to be written.
     *
     * @param hashes in the order of the columns
     */
    public synchronized void check(String document, List<String> hashes) {
        if (WRITE) {
            before.put(document, hashes);
            good++;
            return;
        }
        List<String> old = before.get(document);
        Explanation explanation = explanations.get(document);
        if (old == null) {
            fail(document + " has no row in " + file.getFileName());
        } else if (hashes.equals(old)) {
            if (explanation != null) {
                fail(document + " is as before; " + explained.getFileName() + " need not explain it any more");
            }
        } else if (explanation == null) {
            fail(document + " has other " + difference(old, hashes) + " than before; where a fault explains it, "
                    + explained.getFileName() + " has this row with the fault in the place of REASON:\n"
                    + row(document, "REASON", hashes));
        } else if (!hashes.equals(explanation.hashes())) {
            fail(document + " has other " + difference(explanation.hashes(), hashes) + " than "
                    + explained.getFileName() + " explains; its row would be:\n"
                    + row(document, explanation.reason(), hashes));
        }
        good++;
    }

    private static String row(String document, String reason, List<String> hashes) {
        return document + "\t" + reason + "\t" + String.join("\t", hashes);
    }

    private String difference(List<String> one, List<String> other) {
        List<String> different = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                different.add(columns.get(i));
            }
        }
        return String.join(" and ", different);
    }

    /** Writes the rows, if the property asks for it. */
    public synchronized void write() throws IOException {
        if (WRITE) {
            StringBuilder text = new StringBuilder("# document\t" + String.join("\t", columns) + "\n");
            before.forEach((document, hashes) -> text.append(document)
                    .append('\t')
                    .append(String.join("\t", hashes))
                    .append('\n'));
            Files.writeString(file, text);
        }
    }
}
