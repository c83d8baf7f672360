package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.tracker.source.DocsSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor that nobody has seen comes in with one command and goes with one, and nothing else changes. */
class AddCommandTest {
    private static final String MODULES = """
            <project>
              <parent>
                <artifactId>lockstep-parent</artifactId>
                <version>0.1.1</version>
              </parent>
              <modules>
                <module>anyreach</module>
                <module>things</module>
                <module>bom</module>
              </modules>
            </project>
            """;
    private static final String BOM = """
            <project>
              <dependencyManagement>
                <dependencies>
                  <dependency>
                    <groupId>dev.lockstep</groupId>
                    <artifactId>lockstep-client-runtime</artifactId>
                    <version>${project.version}</version>
                  </dependency>
                  <dependency>
                    <groupId>dev.lockstep</groupId>
                    <artifactId>lockstep-client-things</artifactId>
                    <version>${project.version}</version>
                  </dependency>
                  <dependency>
                    <groupId>dev.lockstep</groupId>
                    <artifactId>lockstep-conversations</artifactId>
                    <version>${project.version}</version>
                  </dependency>
                </dependencies>
              </dependencyManagement>
            </project>
            """;
    private static final String SERVERS = "servers:\n  - url: https://api.things.test\n";

    @TempDir
    Path root;

    private Repository repository() {
        return Repository.locked(root)
                .write("generated-clients/pom.xml", MODULES)
                .write("generated-clients/bom/pom.xml", BOM)
                .write("in/end.md", Repository.page());
    }

    /** Every file but what runs leave in target. */
    private SortedMap<String, String> tree() {
        SortedMap<String, String> files = new TreeMap<>(Repository.files(root));
        files.keySet().removeIf(file -> file.startsWith("target/"));
        return files;
    }

    @Test
    void onePage() {
        Repository repository = repository();

        Repository.Run run = repository.run("add", "acme", repository.path("in/end.md"));

        assertEquals(0, run.code(), run.err());
        assertEquals("""
                added acme: 1 operation, client dev.lockstep.vendor.acme.AcmeClient 1.0.0 at https://api.things.test
                  operation  POST /things/{id}/end
                  credential ACME_API_KEY (apiKey)
                  written    specs/acme, generated-clients/acme
                please confirm:
                  ? where is it published? pages/end.md came from a file: write its url in specs/acme/vendor.yaml, or\
                 ./lockstep update cannot read it again
                next: mvn -pl generated-clients/acme -am verify
                """, run.out());
        assertEquals("""
                # What we read of acme, what we use of it, and what the client is called.
                name: acme
                sources:
                  - file: pages/end.md
                client:
                  group: dev.lockstep
                  package: dev.lockstep.vendor.acme
                  className: AcmeClient
                  version: 1.0.0
                credentials:
                  apiKey: api-key
                """, repository.read("specs/acme/vendor.yaml"));
        assertEquals(Repository.page(), repository.read("specs/acme/pages/end.md"));
        assertEquals(
                MODULES.replace("    <module>anyreach", "    <module>acme</module>\n    <module>anyreach"),
                repository.read("generated-clients/pom.xml"));
        String things = BOM.substring(
                BOM.indexOf("      <dependency>", BOM.indexOf("client-runtime")),
                BOM.indexOf("      <dependency>", BOM.indexOf("client-things")));
        assertEquals(
                BOM.replace(things, things.replace("things", "acme") + things),
                repository.read("generated-clients/bom/pom.xml"));
        assertTrue(repository
                .read("generated-clients/acme/pom.xml")
                .contains("<artifactId>lockstep-client-acme</artifactId>\n"));
        Repository.Run status = repository.run("status", "acme");
        assertEquals("""
                acme: locked, client 1.0.0
                  source    pages/end.md
                  operation POST /things/{id}/end
                """, status.out());
    }

    @Test
    void removalRestoresByteForByte() {
        Repository repository = repository();
        Map<String, String> before = tree();
        for (String name : List.of("zebra", "acme", "m-m", "things2")) {
            assertEquals(
                    0, repository.run("add", name, repository.path("in/end.md")).code());
        }

        for (String name : List.of("acme", "things2", "zebra", "m-m")) {
            Repository.Run run = repository.run("remove", name);
            assertEquals(
                    "no code of this repository uses " + name + "\nremoved " + name + ": specs/" + name
                            + ", its module and its BOM entry\n",
                    run.out());
            assertEquals(0, run.code());
        }

        assertEquals(before, tree());
    }

    @Test
    void modulesAndEntriesAreSorted() {
        Repository repository = repository();
        for (String name : List.of("zebra", "acme", "m-m")) {
            assertEquals(
                    0, repository.run("add", name, repository.path("in/end.md")).code());
        }

        assertEquals(
                List.of("acme", "anyreach", "m-m", "things", "zebra", "bom"),
                between(repository.read("generated-clients/pom.xml"), "<module>", "</module>"));
        assertEquals(
                List.of(
                        "lockstep-client-runtime",
                        "lockstep-client-acme",
                        "lockstep-client-m-m",
                        "lockstep-client-things",
                        "lockstep-client-zebra",
                        "lockstep-conversations"),
                between(repository.read("generated-clients/bom/pom.xml"), "<artifactId>", "</artifactId>"));
    }

    private static List<String> between(String text, String start, String end) {
        List<String> found = new ArrayList<>();
        for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
            found.add(text.substring(at + start.length(), text.indexOf(end, at)));
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme Inc | 2 | lockstep: 'Acme Inc' is no vendor name: use lower-case letters, digits and single hyphens, a"
                        + " letter first; acme-inc would do",
                "../x | 2 | lockstep: '../x' is no vendor name: use lower-case letters, digits and single hyphens, a letter"
                        + " first; x would do",
                "bom | 2 | lockstep: a vendor cannot be called bom: that name means something else here",
                "runtime | 2 | lockstep: a vendor cannot be called runtime: that name means something else here",
                "com1 | 2 | lockstep: a vendor cannot be called com1: that name means something else here",
                "things | 2 | lockstep: things is tracked already (specs/things); ./lockstep update things reads it again,"
                        + " ./lockstep remove things lets it go",
                "thi-ngs | 2 | lockstep: the package of thi-ngs would be dev.lockstep.vendor.things, which is things's;"
                        + " choose another name",
            })
    void unusableNames(String name, int code, String message) {
        Repository repository = repository();
        Map<String, String> before = tree();

        Repository.Run run = repository.run("add", name, repository.path("in/end.md"));

        assertEquals(message, run.err().strip());
        assertEquals(code, run.code());
        assertEquals(before, tree());
    }

    @Test
    void refusedPageLeavesNothing() {
        Repository repository = repository().write("in/prose.md", "# Prose\n");
        Map<String, String> before = tree();

        Repository.Run run =
                repository.run("add", "acme", repository.path("in/end.md"), repository.path("in/prose.md"));

        assertEquals(3, run.code());
        assertEquals(
                "lockstep: " + repository.path("in/prose.md")
                        + ":1: no OpenAPI found: the page has no block that holds a document\n",
                run.err());
        assertEquals(before, tree());
    }

    @Test
    void pageWithoutAServerAsksForTheHost() {
        String page = Repository.page().replace(SERVERS, "");
        assertTrue(!page.equals(Repository.page()));
        Repository repository = repository().write("in/end.md", page);
        Map<String, String> before = tree();

        Repository.Run run = repository.run("add", "acme", repository.path("in/end.md"));

        assertEquals(
                "lockstep: " + repository.path("in/end.md")
                        + ": the vendor publishes no server: which host? Add it with --server https://…\n",
                run.err());
        assertEquals(3, run.code());
        assertEquals(before, tree());

        Repository.Run again =
                repository.run("add", "acme", repository.path("in/end.md"), "--server", "https://api.acme.test");
        assertEquals(0, again.code(), again.err());
        assertTrue(repository.read("specs/acme/vendor.yaml").contains("\nserver: https://api.acme.test\n"));
    }

    @Test
    void serverThatIsNotPublishedIsNotReplacedSilently() {
        Repository repository = repository();

        Repository.Run run =
                repository.run("add", "acme", repository.path("in/end.md"), "--server", "https://api.acme.test");

        assertEquals(
                "lockstep: " + repository.path("in/end.md")
                        + ": --server https://api.acme.test is none of the published servers;"
                        + " https://api.things.test is one, and leaving --server out takes it\n",
                run.err());
        assertEquals(3, run.code());
    }

    @Test
    void listThatCannotBeWrittenLeavesNothing() {
        Repository repository = repository().write("generated-clients/bom/pom.xml", "<project/>\n");
        Map<String, String> before = tree();

        Repository.Run run = repository.run("add", "acme", repository.path("in/end.md"));

        assertEquals(3, run.code());
        assertTrue(run.err().contains("has no <dependencies> to enter the client in"), run.err());
        assertEquals(before, tree());
    }

    @Test
    void wordBeforeTheKeyGoesToAnOverlayAndIsAsked() {
        String page = Repository.page()
                .replace(
                        "name: x-api-key",
                        "name: Authorization\n      description: 'Send `Authorization: Token <key>`.'");
        Repository repository = repository().write("in/end.md", page);

        Repository.Run run = repository.run("add", "acme", repository.path("in/end.md"));

        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out()
                        .contains("  ? the text of the scheme apiKey says Token: confirm that its key is sent as"
                                + " \"Token <key>\" (specs/acme/overlay.yaml)\n"),
                run.out());
        assertTrue(repository.read("specs/acme/openapi.yaml").contains("x-lockstep-auth-prefix: 'Token '"));
    }

    @Test
    void wantedOperationsKeepTheirPagesAlone() {
        Repository repository = repository()
                .write(
                        "in/start.md",
                        Repository.page()
                                .replace("things/{id}/end", "things/{id}/start")
                                .replace("endThing", "startThing"));

        Repository.Run run = repository.run("add", "acme", repository.path("in"), "--operations", "* /things/*/start");

        assertEquals(0, run.code(), run.err());
        assertTrue(repository.read("specs/acme/vendor.yaml").contains("""
                sources:
                  - file: pages/start.md
                operations:
                  - '* /things/*/start'
                """));
    }

    @Test
    void operationThatNobodyPublishes() {
        Repository repository = repository();
        Map<String, String> before = tree();

        Repository.Run run =
                repository.run("add", "acme", repository.path("in/end.md"), "--operations", "POST /things/{id}/ends");

        assertEquals(
                "lockstep: " + repository.path("in/end.md")
                        + ": no source publishes POST /things/{id}/ends; did you mean POST /things/{id}/end?\n",
                run.err());
        assertEquals(3, run.code());
        assertEquals(before, tree());
    }

    @Test
    void indexOnANetwork() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            String site = "http://127.0.0.1:" + server.getPort();
            server.enqueue(
                    text("# Acme\n\n- [End](" + site + "/api/end.md): ends\n- [Prose](" + site + "/prose.md)\n"));
            server.enqueue(text(Repository.page()));
            server.enqueue(text("# Prose\n"));
            Repository repository = repository();

            Repository.Run run = repository.run("add", "acme", site + "/llms.txt");

            assertEquals(0, run.code(), run.err());
            assertTrue(
                    repository
                            .read("specs/acme/vendor.yaml")
                            .contains("sources:\n  - url: " + site + "/llms.txt\n    kind: index\n"),
                    repository.read("specs/acme/vendor.yaml"));
            assertTrue(run.out().startsWith("added acme: 1 operation,"), run.out());
        }
    }

    @Test
    void documentsThatAreNotPublic() {
        try (DocsSite site = new DocsSite()) {
            site.restrict("Authorization", "Bearer canary").publish("/end.md", Repository.page());
            Repository repository = repository().environment(Map.of("ACME_DOCS", "canary"));

            Repository.Run without = repository.run("add", "acme", site.url("/end.md"));
            Repository.Run run = repository.run("add", "acme", site.url("/end.md"), "--access", "localhost=ACME_DOCS");

            assertEquals(3, without.code());
            assertEquals(
                    "lockstep: " + site.url("/end.md") + ": answers 401: it needs a credential; name the environment"
                            + " variable that holds it under access\n",
                    without.err());
            assertEquals(0, run.code(), run.err());
            assertTrue(
                    repository.read("specs/acme/vendor.yaml").contains("""
                            access:
                              - host: localhost
                                header: Authorization
                                prefix: 'Bearer '
                                variable: ACME_DOCS
                            """), repository.read("specs/acme/vendor.yaml"));
            assertTrue(tree().values().stream().noneMatch(text -> text.contains("canary")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-canary-1", "docs.acme.com=sk-canary-1", "docs.acme.com=KEY:X Y", "=KEY", "a=KEY:H:"})
    void accessThatIsNone(String text) {
        Repository.Run run = repository().run("add", "acme", "x.md", "--access", text);

        assertEquals(2, run.code());
        assertTrue(
                run.err()
                        .startsWith("--access: write HOST=VARIABLE or HOST=VARIABLE:HEADER[:PREFIX], such as"
                                + " docs.acme.com=ACME_DOCS_TOKEN; the credential itself stays in the environment\n"),
                run.err());
        assertTrue(!run.err().contains("canary"), run.err());
    }

    private static MockResponse text(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/markdown")
                .body(body)
                .build();
    }

    @Test
    void codeThatUsesAVendorIsNamedFirst() {
        Repository repository = repository()
                .write(
                        "app/src/Main.java",
                        "\nimport dev.lockstep.vendor.things.ThingsClient;\n\n\n\n\n\n\n\n// dev.lockstep.vendor.things\n")
                .write("app/pom.xml", "<project>\n<artifactId>lockstep-client-things</artifactId>\n</project>\n")
                .write("app/Other.java", "import dev.lockstep.vendor.things2.Thing;\n");
        Map<String, String> before = tree();

        Repository.Run run = repository.run("remove", "things");

        assertEquals("""
                things is used in 3 places:
                  app/pom.xml:2: <artifactId>lockstep-client-things</artifactId>
                  app/src/Main.java:2: import dev.lockstep.vendor.things.ThingsClient;
                  app/src/Main.java:10: // dev.lockstep.vendor.things
                nothing was removed; change these first, or say --force
                """, run.out());
        assertEquals(1, run.code());
        assertEquals(before, tree());

        assertEquals(0, repository.run("remove", "things", "--force").code());
        assertTrue(tree().keySet().stream().noneMatch(file -> file.startsWith("specs/")));
    }

    @Test
    void compiledCodeCountsToo() {
        Repository repository = repository();
        assertEquals(
                0, repository.run("add", "acme", repository.path("in/end.md")).code());
        String classes = repository.path("target/lockstep/clients/acme/classes");

        repository.compile("acme", "com/acme/Caller.java", """
                package com.acme;

                class Caller {
                    Object end(dev.lockstep.vendor.acme.AcmeClient acme) throws java.io.IOException {
                        return acme.things().endThing("t1").execute();
                    }
                }
                """);

        Repository.Run used = repository.run("remove", "acme", "--classes", repository.path("app"));
        assertEquals("""
                acme is used in 3 places:
                  com/acme/Caller.java:5: dev.lockstep.vendor.acme.AcmeClient
                  com/acme/Caller.java:5: dev.lockstep.vendor.acme.AcmeClient#things()
                  com/acme/Caller.java:5: dev.lockstep.vendor.acme.ThingsApi#endThing(String)
                nothing was removed; change these first, or say --force
                """, used.out());
        assertEquals(1, used.code());

        Repository.Run own = repository.run("remove", "acme", "--classes", classes);
        assertEquals(0, own.code(), own.out()); // the client itself is no user

        Repository.Run unknown = repository.run("remove", "acme");
        assertEquals("lockstep: unknown vendor acme; tracked are things\n", unknown.err());
        assertEquals(2, unknown.code());
    }
}
