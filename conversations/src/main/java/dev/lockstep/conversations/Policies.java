package dev.lockstep.conversations;

import dev.lockstep.client.Config;
import dev.lockstep.client.OperationPolicy;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The policy that is in force for every operation of every vendor, as a table. Runnable: it reads the environment and,
 * given one, a properties file, and prints no value of either but limits.
 */
public final class Policies {
    private static final List<String> HEADINGS =
            List.of("vendor", "operation", "attempts", "repeats", "deadline", "attempt", "credential", "request");

    private Policies() {}

    /**
     * Prints the table; exits with 2 and says what is wrong where the configuration is.
     *
     * @param args a properties file, or nothing; environment variables go before it
     */
    public static void main(String[] args) {
        try {
            Conversations.Builder builder = Conversations.builder().config(Config.environment());
            if (args.length > 0) {
                builder.config(Config.properties(Path.of(args[0])));
            }
            System.out.print(table(builder.build().policies()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage() + ": " + e.getCause());
            System.exit(2);
        }
    }

    /** One line an operation under a line of headings, columns aligned, each line ended by {@code \n}. */
    public static String table(List<OperationPolicy> policies) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (OperationPolicy policy : policies) {
            rows.add(List.of(
                    policy.vendor(),
                    policy.name(),
                    Integer.toString(policy.attempts()),
                    policy.retry().configName(),
                    seconds(policy.deadline()),
                    seconds(policy.attemptTimeout()),
                    policy.security(),
                    policy.key()));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(width(rows, column) - cell.length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
