package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateCommandTest {
    private static final String PROPERTY = "        id:\n          type: string\n";
    private static final String TWO_PROPERTIES = PROPERTY + "        at:\n          type: string\n";

    @TempDir
    Path root;

    @Test
    void firstTime() {
        Repository repository = Repository.locked(root);

        assertEquals(
                List.of(
                        "specs/things/CHANGELOG.md",
                        "specs/things/client.api",
                        "specs/things/lock.json",
                        "specs/things/openapi.yaml",
                        "specs/things/overlay.yaml",
                        "specs/things/pages/end.md",
                        "specs/things/vendor.yaml"),
                List.copyOf(repository.specs().keySet()));
        assertEquals("""
                openapi: 3.0.3
                info:
                  title: Things
                  version: 1.0.0
                servers:
                  - url: https://api.things.test
                paths:
                  /things/{id}/end:
                    post:
                      tags:
                        - Things
                      summary: End thing
                      description: Ends a thing.
                      operationId: endThing
                      security:
                        - apiKey: []
                      parameters:
                        - name: id
                          in: path
                          required: true
                          schema:
                            type: string
                      responses:
                        '200':
                          description: OK
                          content:
                            application/json:
                              schema:
                                $ref: '#/components/schemas/Thing'
                      x-lockstep-evidence: Ending twice is fine.
                      x-lockstep-retry: always
                      x-lockstep-source: https://docs.things.test/end.md
                components:
                  schemas:
                    Thing:
                      type: object
                      properties:
                        id:
                          type: string
                  securitySchemes:
                    apiKey:
                      type: apiKey
                      name: x-api-key
                      in: header
                """, repository.read("specs/things/openapi.yaml"));
        assertEquals("""
                # Changes at things

                ## 1.0.0, 2026-02-03

                - First locked: POST /things/{id}/end.
                """, repository.read("specs/things/CHANGELOG.md"));
    }

    @Test
    void twiceIsOnce() {
        Repository repository = Repository.locked(root);
        Map<String, String> before = repository.specs();

        assertEquals(
                0, repository.run("update", "--from", repository.path("first")).code());
        assertEquals(before, repository.specs());
    }

    @Test
    void sameInputsSameBytes() {
        assertEquals(
                Repository.locked(root.resolve("a")).specs(),
                Repository.locked(root.resolve("b")).specs());
    }

    @Test
    void compatibleChangeIsLocked() {
        Repository repository = Repository.locked(root).changed(PROPERTY, TWO_PROPERTIES);

        Repository.Run run = repository.run("update", "--from", repository.path("changed"));

        assertEquals(0, run.code(), run.err());
        assertEquals(repository.read("changed/things/end.md"), repository.read("specs/things/pages/end.md"));
        assertTrue(repository.read("specs/things/lock.json").contains("\"version\": \"1.1.0\""));
        assertTrue(repository.read("specs/things/client.api").contains("String at()"));
        assertTrue(repository.read("specs/things/CHANGELOG.md").contains("\n## 1.1.0, 2026-02-03\n"));
        assertEquals(0, repository.run("status").code());
    }

    @Test
    void breakingChangeWaits() {
        Repository repository = Repository.locked(root.resolve("r")).changed("name: x-api-key", "name: x-key");
        Map<String, String> before = repository.specs();

        Repository.Run run = repository.run("update", "--from", repository.path("changed"));

        assertEquals(1, run.code());
        assertEquals(before, repository.specs());
        assertTrue(run.out().contains("./lockstep update things --accept --reason"), run.out());
    }

    @Test
    void breakingChangeIsAcceptedWithAReason() {
        Repository repository = Repository.locked(root).changed("name: x-api-key", "name: x-key");

        Repository.Run run = repository.run(
                "update", "--from", repository.path("changed"), "--accept", "--reason", "agreed with ops");

        assertEquals(0, run.code(), run.err());
        assertTrue(repository.read("specs/things/lock.json").contains("\"reason\": \"agreed with ops\""));
        assertTrue(repository.read("specs/things/CHANGELOG.md").contains("Accepted: agreed with ops\n"));
        assertEquals(0, repository.run("status").code());
    }

    @Test
    void hostAndSecurityChangesNeedAcceptance() {
        for (String[] change : new String[][] {
            {"https://api.things.test", "https://api.elsewhere.test"},
            {"security:\n  - apiKey: []\n", "security: []\n"},
        }) {
            Repository repository = Repository.locked(root.resolve(Integer.toHexString(change[0].hashCode())))
                    .changed(change[0], change[1]);

            assertEquals(
                    1,
                    repository
                            .run("update", "--from", repository.path("changed"))
                            .code(),
                    change[0]);
        }
    }

    @Test
    void acceptAndReasonBelongTogether() {
        Repository repository = Repository.in(root);

        Repository.Run accept = repository.run("update", "--accept");
        Repository.Run reason = repository.run("update", "--reason", "x");

        assertTrue(
                accept.err().startsWith("--accept needs --reason TEXT: the lock records why a change was taken over\n"),
                accept.err());
        assertEquals(2, accept.code());
        assertTrue(reason.err().startsWith("--reason is said together with --accept\n"), reason.err());
        assertEquals(2, reason.code());
    }

    @Test
    void overlayEditsAreApplied() {
        Repository repository = Repository.locked(root);
        repository.write(
                "specs/things/overlay.yaml",
                repository.read("specs/things/overlay.yaml").replace("always", "only-if-unsent"));

        repository.run("update", "--from", repository.path("first"), "--accept", "--reason", "the page was misread");

        assertTrue(repository.read("specs/things/openapi.yaml").contains("x-lockstep-retry: only-if-unsent\n"));
        assertTrue(repository.run("status").out().startsWith("things: locked"));
    }

    @Test
    void overlayThatMatchesNothing() {
        Repository repository = Repository.locked(root);
        repository.write(
                "specs/things/overlay.yaml",
                repository.read("specs/things/overlay.yaml").replace("/things/{id}/end", "/gone"));

        Repository.Run run = repository.run("update", "--from", repository.path("first"));

        assertEquals(3, run.code());
        assertTrue(
                run.out().contains("specs/things/overlay.yaml:4: the target $.paths['/gone'].post matches nothing"),
                run.out());
    }

    @Test
    void interruptedUpdateIsFinishedFirst() {
        Repository repository = Repository.locked(root);
        Map<String, String> before = repository.specs();
        repository.write("specs/things/.update-complete/lock.json", repository.read("specs/things/lock.json"));
        repository.write("specs/things/.update-staged/openapi.yaml", "half a sp");

        assertEquals(
                0, repository.run("update", "--from", repository.path("first")).code());

        assertEquals(before, repository.specs());
    }
}
