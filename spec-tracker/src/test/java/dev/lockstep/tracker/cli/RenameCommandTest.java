package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java names move when somebody wants them to, and only then. */
class RenameCommandTest {
    @TempDir
    Path root;

    private List<String> surface(Repository repository) {
        return repository
                .read("specs/things/client.api")
                .lines()
                .map(String::strip)
                .toList();
    }

    @Test
    void operationKeepsADeprecatedMethod() {
        Repository repository = Repository.locked(root);

        Repository.Run run = repository.run("rename", "things", "endThing", "finishThing");

        assertEquals("""
                operation endThing of things is now finishThing, client 1.1.0
                  endThing stays, deprecated, and stands for finishThing
                  settings go by the new name: things.operations.finishThing
                """, run.out());
        assertEquals(0, run.code(), run.err());
        assertTrue(surface(repository)
                .containsAll(List.of(
                        "public ApiCall<Thing> endThing(String)", "public ApiCall<Thing> finishThing(String)")));
        String source = repository.read(
                "target/lockstep/clients/things/src/main/java/dev/lockstep/vendor/things/ThingsApi.java");
        assertTrue(source.contains("@deprecated renamed to {@code finishThing}"), source);
        assertTrue(source.contains("    @Deprecated\n    public ApiCall<Thing> endThing(String id) {\n"), source);
        assertTrue(source.contains("        return finishThing(id);\n"), source);
        assertEquals(0, repository.run("status").code());
        assertEquals(0, repository.run("api").code());
        assertTrue(repository
                .read("specs/things/CHANGELOG.md")
                .contains("- The operation endThing is now called finishThing; the old name stays, deprecated.\n"));
    }

    @Test
    void bridgesStayOverLaterUpdatesAndRenames() {
        Repository repository = Repository.locked(root);
        assertEquals(
                0, repository.run("rename", "things", "endThing", "finishThing").code());
        assertEquals(
                0,
                repository.run("rename", "things", "finishThing", "closeThing").code());

        repository.changed("operationId: endThing", "operationId: stopThing");
        assertEquals(
                0,
                repository.run("update", "--from", repository.path("changed")).code());

        assertTrue(surface(repository)
                .containsAll(List.of(
                        "public ApiCall<Thing> closeThing(String)",
                        "public ApiCall<Thing> endThing(String)",
                        "public ApiCall<Thing> finishThing(String)")));
    }

    @Test
    void accessorKeepsDeprecatedOnes() {
        Repository repository = Repository.locked(root);

        Repository.Run run = repository.run("rename", "things", "Thing#id", "key");

        assertEquals("""
                property id of things is now key, client 1.1.0
                  id stays, deprecated, and stands for key
                """, run.out());
        assertTrue(surface(repository)
                .containsAll(List.of(
                        "public @Nullable String id()",
                        "public @Nullable String key()",
                        "public Builder id(String)",
                        "public Builder key(String)")));
        assertEquals(0, repository.run("api").code());
    }

    @Test
    void constantKeepsADeprecatedOne() {
        String property = "        id:\n          type: string\n";
        Repository repository = Repository.locked(root)
                .changed(property, property + "        state:\n          type: string\n          enum: [open, done]\n");
        assertEquals(
                0,
                repository.run("update", "--from", repository.path("changed")).code());

        Repository.Run run = repository.run("rename", "things", "ThingState#DONE", "FINISHED");

        assertEquals("""
                constant DONE of things is now FINISHED, client 1.2.0
                  DONE stays, deprecated, and stands for FINISHED
                """, run.out(), run.err());
        assertTrue(surface(repository)
                .containsAll(List.of(
                        "public static final ThingState DONE",
                        "public static final ThingState FINISHED",
                        "public static final String DONE",
                        "public static final String FINISHED")));
        assertEquals(0, repository.run("api").code());
        repository.compile("things", "app/Caller.java", """
                package app;

                import dev.lockstep.vendor.things.ThingState;

                class Caller {
                    static boolean isDone(ThingState state) {
                        switch (state.value()) {
                            case ThingState.Values.DONE:
                                return ThingState.DONE == ThingState.FINISHED;
                            default:
                                return false;
                        }
                    }
                }
                """);
    }

    @ParameterizedTest
    @CsvSource({"endThing, finishThing", "Thing#id, key"})
    void backAgain(String from, String to) {
        Repository repository = Repository.locked(root);
        String simple = from.substring(from.indexOf('#') + 1);
        assertEquals(0, repository.run("rename", "things", from, to).code());

        Repository.Run back = repository.run("rename", "things", from.replace(simple, to), simple);

        assertEquals(0, back.code(), back.err());
        assertTrue(surface(repository).stream().anyMatch(line -> line.contains(" " + simple + "(")));
        assertTrue(surface(repository).stream().anyMatch(line -> line.contains(" " + to + "(")));
        assertEquals(0, repository.run("status").code());
        assertEquals(0, repository.run("api").code());
    }

    @ParameterizedTest
    @CsvSource({
        "Thing, Item, public final class dev.lockstep.vendor.things.Item extends JsonModel<Builder> {",
        "ThingsApi, ItemsApi, public ItemsApi items()"
    })
    void classesAndApisCannotBeBridged(String from, String to, String line) {
        Repository repository = Repository.locked(root);

        Repository.Run run = repository.run("rename", "things", from, to);

        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out()
                        .contains(" is now " + to
                                + ", client 2.0.0\n  nothing keeps the old name: code that uses it must" + " change\n"),
                run.out());
        assertTrue(surface(repository).contains(line), () -> surface(repository).toString());
        assertTrue(surface(repository).stream().noneMatch(each -> each.matches(".*\\b" + from + "\\b.*")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endThings | x | lockstep: the client of things has no endThings; did you mean endThing?",
                "endThing | EndIt | lockstep: 'EndIt' names no operation; such a name has the form [a-z][A-Za-z0-9]*",
                "endThing | class | lockstep: 'class' names no operation; such a name has the form [a-z][A-Za-z0-9]*",
                "endThing | endThing | lockstep: endThing is its name already",
                "Thing | String | lockstep: String cannot be had: generated code uses it; StringModel would do",
                "Thing | ThingsApi | lockstep: ThingsApi is taken; class Thing would be ThingsApi2",
                "Thing#id | toString | lockstep: toString cannot be had: generated code uses it; toStringValue would do",
            })
    void mistakes(String from, String to, String message) {
        Repository repository = Repository.locked(root);
        Map<String, String> before = repository.specs();

        Repository.Run run = repository.run("rename", "things", from, to);

        assertEquals(message, run.err().strip());
        assertEquals(2, run.code());
        assertEquals(before, repository.specs());
    }
}
