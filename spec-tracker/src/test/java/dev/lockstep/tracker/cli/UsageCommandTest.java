package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageCommandTest {
    private static final String CALLER = """
            package com.acme;

            import dev.lockstep.vendor.things.ThingsClient;

            class Caller {
                static Object end(ThingsClient things) throws java.io.IOException {
                    return things.things().endThing("t1").execute();
                }
            }
            """;
    private static final String REQUIRED =
            "        - {name: why, in: query, required: true, schema: {type: string}}\n      responses:\n";

    @TempDir
    Path root;

    @Test
    void listsLinesAndSymbols() {
        Repository repository = compiled();

        Repository.Run run = repository.run("usage", "--classes", repository.path("app"));

        assertEquals("""
                com/acme/Caller.java:7  dev.lockstep.vendor.things.ThingsApi#endThing(String)
                com/acme/Caller.java:7  dev.lockstep.vendor.things.ThingsClient
                com/acme/Caller.java:7  dev.lockstep.vendor.things.ThingsClient#things()
                """, run.out());
        assertEquals(0, run.code());
    }

    @Test
    void checkNamesTheLines() {
        Repository repository = compiled().changed("      responses:\n", REQUIRED);

        Repository.Run run =
                repository.run("check", "--from", repository.path("changed"), "--classes", repository.path("app"));

        assertTrue(run.out().contains("    used at Caller.java:7 in Caller.end\n"), run::out);
        assertEquals(1, run.code());
    }

    @Test
    void publishedUsageNamesTheServiceInEveryReport() {
        Repository repository = compiled().changed("      responses:\n", REQUIRED);
        String file = repository.path("billing.json");
        repository.run("usage", "--classes", repository.path("app"), "--name", "billing", "-o", file);
        repository.run("usage", "--classes", repository.path("app"), "--name", "billing", "-o", file + ".again");

        Repository.Run run =
                repository.run("check", "--from", repository.path("changed"), "--usage", file, "--format", "json");

        assertEquals(repository.read("billing.json"), repository.read("billing.json.again"));
        assertTrue(run.out().contains("\"used\":1,"), run::out);
        assertTrue(
                run.out()
                        .contains("\"usedAt\":[{\"service\":\"billing\",\"file\":\"com/acme/Caller.java\",\"line\":7,"
                                + "\"method\":\"com.acme.Caller.end\",\"through\":\"\"}]"),
                run::out);
        String place = "billing: Caller.java:7 in Caller.end";
        assertTrue(repository.read("target/lockstep/report.html").contains(place));
        assertTrue(repository
                .read("target/lockstep/report.html")
                .contains("<strong>Touches 1 line of your code.</strong>"));
        assertTrue(repository.read("target/lockstep/report.md").contains("used at `" + place + "`"));
    }

    @Test
    void changesOfWhatNobodyUsesAreFolded() {
        Repository repository = compiled().changed("      responses:\n", REQUIRED);
        repository.write("none.json", "{\"format\": \"lockstep-usage/1\", \"name\": \"none\", \"uses\": []}\n");

        Repository.Run run =
                repository.run("check", "--from", repository.path("changed"), "--usage", repository.path("none.json"));

        assertTrue(run.out().contains("not used by you: 1 breaking; 1 breaking in Java\n"), run::out);
        assertFalse(run.out().contains("is new and required"), run::out);
        assertEquals(1, run.code());
    }

    @Test
    void oneLineForAChannel() {
        Repository repository = compiled().changed("      responses:\n", REQUIRED);

        Repository.Run run = repository.run(
                "check", "--from", repository.path("changed"), "--classes", repository.path("app"), "--format", "line");

        assertEquals(
                "Lockstep: things breaking on the wire and in Java (1.0.0 → 2.0.0), touches 1 line of yours\n",
                run.out());
    }

    @Test
    void suggestsTheOperationsThatAreCalled() {
        Repository repository = compiled();

        Repository.Run run = repository.run("usage", "--classes", repository.path("app"), "--suggest-operations");

        assertEquals("""
                # specs/things/vendor.yaml
                operations:
                  - POST /things/{id}/end
                """, run.out());
    }

    @Test
    void editedLockIsExit4WithCodeToo() {
        Repository repository = compiled();
        repository.write("specs/things/openapi.yaml", repository.read("specs/things/openapi.yaml") + "# edited\n");

        assertEquals(
                4, repository.run("usage", "--classes", repository.path("app")).code());
        Repository.Run check =
                repository.run("check", "--from", repository.path("first"), "--classes", repository.path("app"));
        assertEquals(4, check.code(), check::err);
    }

    @Test
    void saysThatLibrariesAreNotFollowed() {
        Repository repository = compiled();

        assertEquals(
                "calls through conversations are not followed: build it, or name its jar with --through\n",
                repository.run("usage", "--classes", repository.path("app")).err());
    }

    @Test
    void wrongInputsAreNamed() {
        Repository repository = Repository.locked(root);
        repository.write("app/Broken.class", "no class");
        repository.write("list.json", "[]\n");

        assertEquals(2, repository.run("usage").code());
        Repository.Run missing = repository.run("usage", "--classes", repository.path("nowhere"));
        assertEquals(
                "lockstep: " + repository.path("nowhere") + ": no such folder or jar; compile first\n", missing.err());
        assertEquals(3, missing.code());
        Repository.Run broken = repository.run("usage", "--classes", repository.path("app"));
        assertTrue(
                broken.err().startsWith("lockstep: " + repository.path("app/Broken.class") + ": not a class file"),
                broken::err);
        Repository.Run other = repository.run("usage", "--usage", repository.path("list.json"));
        assertEquals(
                "lockstep: " + repository.path("list.json")
                        + ": not a file that lockstep usage wrote: format is not lockstep-usage/1\n",
                other.err());
    }

    /** A repository with a program that calls its vendor's client. */
    private Repository compiled() {
        Repository repository = Repository.locked(root);
        return repository.compile("things", "com/acme/Caller.java", CALLER);
    }
}
