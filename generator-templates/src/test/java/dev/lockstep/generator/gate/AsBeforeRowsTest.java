package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** The gate notices what it is for: other hashes, and explanations that explain nothing. */
class AsBeforeRowsTest {
    private static final String ROWS = "# document\tnames\tsurface\nacme\tn1\ts1\nother\tn3\ts3\n";

    @TempDir
    Path folder;

    private AsBefore read(String explained) throws IOException {
        Files.writeString(folder.resolve("as-before-own.tsv"), ROWS);
        Files.writeString(folder.resolve("as-before-own-explained.tsv"), explained);
        return AsBefore.read(folder, "own", List.of("names", "surface"));
    }

    private static String failure(AsBefore rows, String document, String... hashes) {
        AssertionFailedError failure =
                assertThrows(AssertionFailedError.class, () -> rows.check(document, List.of(hashes)));
        assertEquals(0, rows.good());
        return String.valueOf(failure.getMessage());
    }

    @Test
    void whatIsAsBeforeOrExplainedIsGood() throws IOException {
        AsBefore rows = read("acme\ta fault\tn1\ts2\n");

        rows.check("acme", List.of("n1", "s2"));
        rows.check("other", List.of("n3", "s3"));

        assertEquals(2, rows.good());
    }

    @Test
    void aDifferenceIsNoticed() throws IOException {
        assertEquals(
                "acme has other surface than before; where a fault explains it, as-before-own-explained.tsv has this row"
                        + " with the fault in the place of REASON:\nacme\tREASON\tn1\ts2",
                failure(read(""), "acme", "n1", "s2"));
        assertEquals(
                "acme has other names and surface than as-before-own-explained.tsv explains; its row would be:\n"
                        + "acme\ta fault\tn2\ts3",
                failure(read("acme\ta fault\tn1\ts2\n"), "acme", "n2", "s3"));
    }

    @Test
    void anExplanationThatNothingNeedsIsNoticed() throws IOException {
        assertEquals(
                "acme is as before; as-before-own-explained.tsv need not explain it any more",
                failure(read("acme\ta fault\tn1\ts2\n"), "acme", "n1", "s1"));
        assertEquals(
                "explained, and no document of as-before-own.tsv: gone ==> expected: <true> but was: <false>",
                assertThrows(AssertionFailedError.class, () -> read("gone\ta fault\tn1\ts2\n"))
                        .getMessage());
    }

    @Test
    void aDocumentOrAColumnThatIsMissingIsNoticed() throws IOException {
        assertEquals("fresh has no row in as-before-own.tsv", failure(read(""), "fresh", "n1", "s1"));
        assertEquals(
                "as-before-own-explained.tsv has a row that is not of 4 columns: acme\tn1\ts2"
                        + " ==> expected: <true> but was: <false>",
                assertThrows(AssertionFailedError.class, () -> read("acme\tn1\ts2\n"))
                        .getMessage());
    }
}
