package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.Ladders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever one vendor publishes costs that vendor alone: the others are checked and locked. */
class OneVendorTest {
    /** Tells what ends from what does not, on the busiest machine too. */
    private static final Duration NEVER = Duration.ofMinutes(4);

    @TempDir
    Path root;

    /** Two vendors that add a property, and between them one that publishes a ladder. */
    private Repository repository(String first, String second) {
        Repository repository = Repository.empty(root);
        for (String vendor : new String[] {"alpha", "omega"}) {
            repository.write("specs/" + vendor + "/vendor.yaml", named(vendor, Repository.config("end.md")));
            repository.write("first/" + vendor + "/end.md", Repository.page());
            repository.write(
                    "second/" + vendor + "/end.md",
                    Repository.page().replace("        id:\n", "        more:\n          type: string\n        id:\n"));
        }
        repository.write(
                "specs/ladder/vendor.yaml",
                named("ladder", Repository.config("top.md"))
                        .replace("POST /things/{id}/end", "POST /top")
                        .replace("credentials:\n  apiKey: api-key\n", ""));
        repository.write("first/ladder/top.md", page(first));
        repository.write("second/ladder/top.md", page(second));
        return repository;
    }

    private static String named(String vendor, String config) {
        return config.replace("things.test", vendor + ".test")
                .replace("name: things", "name: " + vendor)
                .replace("vendor.things", "vendor." + vendor)
                .replace("ThingsClient", Character.toUpperCase(vendor.charAt(0)) + vendor.substring(1) + "Client");
    }

    private static String page(String spec) {
        return "# Top\n\n## OpenAPI\n\n````yaml post /top\n" + spec + "\n````\n";
    }

    private Repository.Run update(Repository repository, String from) {
        return assertTimeoutPreemptively(NEVER, () -> repository.run("update", "--from", repository.path(from)));
    }

    private boolean isLocked(String vendor) {
        return Files.exists(root.resolve("specs").resolve(vendor).resolve("lock.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allOf of one twice", "allOf of two", "one property through allOf"})
    void aLadderIsLockedLikeTheOthers(String kind) {
        Repository repository = repository(Ladders.of(kind), Ladders.changed().getOrDefault(kind, ""));

        Repository.Run first = update(repository, "first");

        assertEquals(0, first.code(), first.err() + first.out());
        assertTrue(isLocked("alpha") && isLocked("ladder") && isLocked("omega"));

        Repository.Run second = update(repository, "second");

        assertEquals(ExitCode.BREAKING, second.code(), second.err() + second.out());
        for (String vendor : new String[] {"alpha", "omega"}) {
            assertTrue(repository.read("specs/" + vendor + "/openapi.yaml").contains("more:"), second.out());
        }
    }

    @Test
    void aRefusedLadderHoldsUpNobody() {
        Repository repository = repository(Ladders.of("1,500 oneOf of each other"), Ladders.of("allOf of two"));

        Repository.Run first = update(repository, "first");

        assertEquals(ExitCode.UNREADABLE, first.code(), first.err() + first.out());
        assertTrue(
                first.out()
                        .contains(
                                "its schemas lead into each other in too many ways: more than 500000 schemas to read"),
                first.out());
        assertTrue(isLocked("alpha") && !isLocked("ladder") && isLocked("omega"));
    }

    static Map<String, Error> errors() {
        return Map.of(
                "stack", new StackOverflowError(),
                "memory", new OutOfMemoryError("Java heap space"),
                "class", new NoClassDefFoundError("some/Type"),
                "assertion", new AssertionError("never"));
    }

    static Iterable<Error> failures() {
        return errors().values();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anErrorIsItsVendorsAlone(Error error) {
        Repository repository = repository(Ladders.of("allOf of two"), "");
        update(repository, "first");
        repository.network((folder, config) -> {
            if (folder.name().equals("ladder")) {
                throw error;
            }
            return java.util.Optional.empty();
        });

        Repository.Run run = repository.run("check");

        assertEquals(ExitCode.UNREADABLE, run.code());
        assertTrue(run.out().contains("could not be checked, internal error, please report: " + error), run.out());
        assertTrue(run.err().contains("check alpha: done"), run.err());
        assertTrue(run.err().contains("check omega: done"), run.err());
    }

    @Test
    void anErrorOfACommandIsNoStackTrace() {
        Repository repository = Repository.locked(root);
        repository.network((folder, config) -> {
            throw new StackOverflowError();
        });

        Repository.Run run = repository.run("check");

        assertEquals(ExitCode.UNREADABLE, run.code());
        assertTrue(!run.err().contains("\tat "), run.err());
    }
}
