package dev.lockstep.benchmarks.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.benchmarks.process.Measured;
import dev.lockstep.benchmarks.process.Spread;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    private static Comparison comparison(long ours, long stock) {
        return new Comparison(
                new Result(true, true, 10, 4, 20, 1000, 5, 40, 55, new Measured(0, ours, ours, 204800, "")),
                new Result(true, false, 0, 0, 60, 5000, 0, 150, 50, new Measured(1, stock, stock, 409600, "")));
    }

    @Test
    void rowsHoldMedians() {
        String table =
                Table.of(Map.of("shop", List.of(comparison(100, 200), comparison(130, 200), comparison(110, 100))));

        assertTrue(
                table.contains("| shop | retrofit-moshi | 10 | 4 | 20 | 1000 | 5 | 40 | 55 | 110 | 110 | 200 | yes |"),
                table);
        assertTrue(
                table.contains("|  | java/retrofit2 |  |  | 60 | 5000 |  | 150 | 50 | 200 | 200 | 400 | no |"), table);
        assertTrue(table.contains("| shop | 3 | 0.50 / 0.65 / 1.10 | 0.50 / 0.65 / 1.10 |"), table);
    }

    @Test
    void totalsCountLinesPerOperation() {
        String table = Table.of(Map.of("shop", List.of(comparison(100, 200))));

        assertTrue(table.contains("100 lines an operation beside stock's 500; 0.1 s beside 0.2 s in all."), table);
    }

    @Test
    void medianOfTwoLiesBetween() {
        assertEquals(new Spread(1, 1.5, 2), Spread.of(List.of(2.0, 1.0)));
    }
}
