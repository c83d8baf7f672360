package dev.lockstep.openapi.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules are those of sections 4.4.3 and 4.4.3.1 of the OpenAPI Overlay Specification 1.0.0. */
class OverlayTest {
    private static final String SPEC = """
            openapi: 3.0.3
            info: {title: T, version: '1', x: {a: 1, b: 2}}
            tags:
              - name: one
              - name: two
              - name: three
            paths:
              /a:
                get: {summary: A}
            """;

    @Test
    void objectsMergeDeeply() {
        assertEquals(
                "{\"title\":\"New\",\"version\":\"1\",\"x\":{\"a\":1,\"b\":3,\"c\":4}}",
                apply("target: $.info\n    update: {title: New, x: {b: 3, c: 4}}")
                        .path("info")
                        .toString());
    }

    @Test
    void arraysInsideAreConcatenated() {
        assertEquals(
                4,
                apply("target: $\n    update: {tags: [{name: four}]}")
                        .path("tags")
                        .size());
    }

    @Test
    void updateOfAnArrayIsAppended() {
        assertEquals(
                "{\"name\":\"four\"}",
                apply("target: $.tags\n    update: {name: four}").at("/tags/3").toString());
    }

    @Test
    void primitivesAreReplacedThroughTheirParent() {
        SpecException refusal = assertThrows(SpecException.class, () -> apply("target: $.info.title\n    update: New"));

        assertEquals(
                "overlay.yaml:4: the target $.info.title selects a string, and an update needs an object or an array;"
                        + " select its parent",
                refusal.getMessage());
    }

    @Test
    void removeTakesPrecedenceAndKeepsTheRest() {
        assertEquals(
                "[{\"name\":\"two\"}]",
                apply("target: $.tags[?@.name != 'two']\n    remove: true\n    update: {name: x}")
                        .path("tags")
                        .toString());
        assertEquals(
                "{}",
                apply("target: $.paths['/a'].get\n    remove: true")
                        .at("/paths/~1a")
                        .toString());
    }

    @Test
    void itemsAreRemovedWhateverTheirOrderInTheTarget() {
        assertEquals(
                "[{\"name\":\"two\"}]",
                apply("target: $.tags[2,0]\n    remove: true").path("tags").toString());
    }

    @Test
    void actionsSeeWhatEarlierOnesDid() {
        assertEquals(
                "Newer",
                apply("target: $.info\n    update: {y: {z: New}}\n  - target: $.info.y\n    update: {z: Newer}")
                        .at("/info/y/z")
                        .asText());
    }

    @Test
    void actionThatMatchesNothing() {
        SpecException refusal =
                assertThrows(SpecException.class, () -> apply("target: $.paths['/gone'].get\n    update: {a: 1}"));

        assertEquals(
                "overlay.yaml:4: the target $.paths['/gone'].get matches nothing in the spec; the vendor may have moved or"
                        + " removed what it was written for",
                refusal.getMessage());
    }

    @Test
    void actionThatChangesNothingIsReported() {
        Overlay.Result result =
                overlay("target: $.info\n    update: {title: T}").apply(spec());

        assertEquals(
                List.of(
                        "note overlay.yaml:4 #/actions/0: the action on $.info changes nothing any more and can be deleted"),
                result.notes().stream().map(Object::toString).toList());
    }

    @Test
    void theSpecItselfIsNotChanged() {
        ObjectNode spec = spec();

        overlay("target: $.info\n    update: {title: New}").apply(spec);

        assertEquals(spec(), spec);
    }

    @Test
    void mistakes() {
        assertRefused("overlay.yaml:1: is no overlay: it lacks overlay: 1.0.0", "actions: []\n");
        assertRefused("overlay.yaml:1: overlay: 2.0.0 is not read; only 1.0.x is", "overlay: 2.0.0\n");
        assertRefused("overlay.yaml:1: an overlay needs an info with title and version", "overlay: 1.0.0\n");
        assertRefused(
                "overlay.yaml:1: an overlay needs a list of actions with at least one in it",
                "overlay: 1.0.0\ninfo: {title: O, version: '1'}\n");
        assertRefused(
                "overlay.yaml:2: unknown key action; known are actions, extends, info, overlay",
                "overlay: 1.0.0\naction: []\n");
        assertRefusedAction("overlay.yaml:4: an action needs a target", "update: {}");
        assertRefusedAction("overlay.yaml:4: an action needs an update, or remove: true", "target: $.info");
        assertRefusedAction(
                "overlay.yaml:5: unknown key updates; known are description, remove, target, update",
                "target: $.info\n    updates: {}");
        assertRefusedAction(
                "overlay.yaml:4: target: a JSONPath begins with $, at character 1 of info",
                "target: info\n    update: {}");
        assertRefusedAction(
                "overlay.yaml:5: x-lockstep-retries is not read by anything; known are x-lockstep-auth-prefix,"
                        + " x-lockstep-evidence, x-lockstep-idempotency-header, x-lockstep-retry",
                "target: $.info\n    update: {x-lockstep-retries: always}");
        assertRefusedAction(
                "overlay.yaml:5: x-lockstep-retry: never; it is one of always, only-if-unsent",
                "target: $.info\n    update: {x-lockstep-retry: never}");
        assertRefusedAction(
                "overlay.yaml:5: x-lockstep-retry is a text",
                "target: $.info\n    update: {x-lockstep-retry: [always]}");
    }

    @Test
    void theWholeSpecCannotBeRemoved() {
        SpecException refusal = assertThrows(SpecException.class, () -> apply("target: $\n    remove: true"));

        assertEquals("overlay.yaml:4: the whole spec cannot be removed", refusal.getMessage());
    }

    private static ObjectNode apply(String action) {
        return overlay(action).apply(spec()).root();
    }

    private static ObjectNode spec() {
        return (ObjectNode) SpecReader.parse(SPEC, "spec.yaml").root();
    }

    private static Overlay overlay(String action) {
        return Overlay.of(SpecReader.parse(text(action), "overlay.yaml"));
    }

    private static String text(String action) {
        return "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n  - " + action + "\n";
    }

    private static void assertRefusedAction(String message, String action) {
        assertRefused(message, text(action));
    }

    private static void assertRefused(String message, String overlay) {
        SpecException refusal =
                assertThrows(SpecException.class, () -> Overlay.of(SpecReader.parse(overlay, "overlay.yaml")));
        assertEquals(message, refusal.getMessage());
    }
}
