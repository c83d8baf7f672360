package dev.lockstep.openapi.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the OpenAPI Overlay Specification 1.0.0 demands, section by section. The cases are ours. Two rules are stricter than it:
 * an action that selects nothing is an error, and of extensions in an update only our own are taken.
 */
class OverlaySpecificationTest {
    private static final String INFO = "info: {title: O, version: '1'}\n";
    private static final String NOTHING = "actions: [{target: $.info, update: {}}]\n";

    /** 4.1: {@code major.minor} is the feature set, and tools make no distinction between patches. */
    @Nested
    class Versions {
        @ParameterizedTest
        @ValueSource(strings = {"1.0.0", "1.0.1", "1.0.27"})
        void patchesAreOneFeatureSet(String version) {
            assertEquals(spec(), lay("overlay: " + version + "\n" + INFO + NOTHING));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.1.0", "2.0.0", "0.9.0", "1.0", "v1.0.0", "1.0.0-rc1"})
        void otherFeatureSetsAreRefused(String version) {
            assertRefused(
                    "overlay.yaml:1: overlay: " + version + " is not read; only 1.0.x is",
                    "overlay: " + version + "\n" + INFO + NOTHING);
        }
    }

    /** 4.2: an overlay is a JSON object, in JSON or YAML; names of fields are case-sensitive. */
    @Nested
    class Format {
        @Test
        void json() {
            assertEquals(
                    "New",
                    lay("{\"overlay\": \"1.0.0\", \"info\": {\"title\": \"O\", \"version\": \"1\"},\n"
                                    + " \"actions\": [{\"target\": \"$.info\", \"update\": {\"title\": \"New\"}}]}")
                            .at("/info/title")
                            .asText());
        }

        @Test
        void namesAreCaseSensitive() {
            assertRefused(
                    "overlay.yaml:3: unknown key Actions; known are actions, extends, info, overlay",
                    "overlay: 1.0.0\n" + INFO + "Actions: []\n");
            assertRefused(
                    "overlay.yaml:5: unknown key Remove; known are description, remove, target, update",
                    document("target: $.info\n    Remove: true"));
        }

        @Test
        void otherTagsThanThoseOfJsonAreRefused() {
            assertThrows(SpecException.class, () -> lay(document("target: $.info\n    update: !!set {a}")));
        }

        @Test
        void keysAreTexts() {
            assertThrows(SpecException.class, () -> lay(document("target: $.info\n    update: {? [a] : b}")));
        }
    }

    /** 4.4.1: the root of the document. */
    @Nested
    class OverlayObject {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "info: {title: O}| is no overlay: it lacks overlay: 1.0.0",
                    "overlay: 1.0.0| an overlay needs an info with title and version",
                    "overlay: 1.0.0, info: O| an overlay needs an info with title and version",
                    "overlay: 1.0.0, info: {title: O}| info lacks version",
                    "overlay: 1.0.0, info: {version: '1'}| info lacks title",
                    "overlay: 1.0.0, info: {title: 1, version: '1'}| title is a text",
                    "overlay: 1.0.0, info: {title: O, version: 1}| version is a text",
                    "overlay: 1.0.0, info: {title: O, version: '1', author: A}| unknown key author; known are title,"
                            + " version",
                    "overlay: 1.0.0, info: {title: O, version: '1'}| an overlay needs a list of actions with at least"
                            + " one in it",
                    "overlay: 1.0.0, info: {title: O, version: '1'}, actions: []| an overlay needs a list of actions"
                            + " with at least one in it",
                    "overlay: 1.0.0, info: {title: O, version: '1'}, actions: {}| an overlay needs a list of actions"
                            + " with at least one in it",
                    "overlay: 1.0.0, info: {title: O, version: '1'}, extends: [a]| extends is a text",
                })
        void whatIsRequired(String document, String message) {
            assertRefused("overlay.yaml:1: " + message, "{" + document + "}\n");
        }

        @Test
        void theSameActionTwice() {
            String action = "{target: $.tags, update: {name: x}}";

            assertRefused(
                    "overlay.yaml:5: the same action stands at 0",
                    "overlay: 1.0.0\n" + INFO + "actions:\n  - " + action + "\n  - " + action + "\n");
        }

        @Test
        void extensionsAreAllowed() {
            assertEquals(spec(), lay("""
                            overlay: 1.0.0
                            x-a: null
                            info: {title: O, version: '1', x-b: [1]}
                            actions: [{target: $.info, update: {}, x-c: {d: e}}]
                            """));
        }

        @Test
        void extendsNamesWhatItIsFor() {
            assertEquals(
                    "./openapi.yaml",
                    overlay("overlay: 1.0.0\nextends: ./openapi.yaml\n" + INFO + NOTHING)
                            .extended());
            assertNull(overlay("overlay: 1.0.0\n" + INFO + NOTHING).extended());
        }

        /** "Actions are applied to the result of the previous action." */
        @Test
        void actionsInTheirOrder() {
            assertEquals(
                    "{\"post\":{\"summary\":\"B\"}}",
                    lay(document(
                                    "target: $.paths['/a']\n    remove: true",
                                    "target: $.paths\n    update: {'/a': {post: {summary: A}}}",
                                    "target: $.paths['/a'].post\n    update: {summary: B}"))
                            .at("/paths/~1a")
                            .toString());
        }

        @Test
        void anActionDoesNotSeeWhatLaterOnesDo() {
            assertFails(
                    "overlay.yaml:4: the target $.info.later matches nothing in the spec; the vendor may have moved or"
                            + " removed what it was written for",
                    document("target: $.info.later\n    update: {a: 1}", "target: $.info\n    update: {later: {}}"));
        }
    }

    /** 4.4.3: one or more changes at what a JSONPath selects. */
    @Nested
    class ActionObject {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "update: {}|4: an action needs a target",
                    "target: 7|4: an action needs a target",
                    "{target: /info, update: {}}|4: target: a JSONPath begins with $, at character 1 of /info",
                    "target: $.info|4: an action needs an update, or remove: true",
                    "{target: $.info, remove: false}|4: an action needs an update, or remove: true",
                    "{target: $.info, remove: 'true'}|4: remove is true or false",
                    "{target: $.info, remove: 1}|4: remove is true or false",
                    "{target: $.info, description: [a], update: {}}|4: description is a text",
                    "text|4: an action needs a target",
                })
        void whatIsRequired(String action, String message) {
            assertRefused("overlay.yaml:" + message, document(action));
        }

        /** "the properties in the update object are recursively merged" */
        @Test
        void objectsMergeRecursively() {
            assertEquals(
                    "{\"title\":\"T\",\"version\":\"1\",\"contact\":{\"name\":\"N\",\"email\":\"new@a.test\",\"url\":\"u\"}}",
                    laid("target: $.info\n    update: {contact: {email: new@a.test, url: u}}", "/info"));
        }

        /** "new properties are added to the target object" */
        @Test
        void newPropertiesAreAdded() {
            assertEquals(
                    "{\"summary\":\"A\",\"tags\":[\"one\"],\"parameters\":[{\"name\":\"p\",\"in\":\"query\"},"
                            + "{\"name\":\"q\",\"in\":\"query\"}],\"responses\":{\"200\":{\"description\":\"OK\"}}}",
                    laid(
                            "target: $.paths['/a'].get\n    update: {responses: {'200': {description: OK}}}",
                            "/paths/~1a/get"));
        }

        /** "an object with the property and its new primitive value" */
        @ParameterizedTest
        @ValueSource(strings = {"\"other\"", "7", "1.5", "true", "null"})
        void primitivesReplaceTheOldValue(String value) {
            assertEquals(value, laid("target: $.info\n    update: {title: " + value + "}", "/info/title"));
        }

        @Test
        void whatIsOfAnotherKindReplacesToo() {
            assertEquals(
                    "{\"a\":1}", laid("target: $.paths['/a'].get\n    update: {tags: {a: 1}}", "/paths/~1a/get/tags"));
            assertEquals("[1]", laid("target: $.info\n    update: {contact: [1]}", "/info/contact"));
            assertEquals("{\"a\":1}", laid("target: $.info\n    update: {title: {a: 1}}", "/info/title"));
        }

        /** "the value of this field MUST be an entry to append to the array" */
        @ParameterizedTest
        @ValueSource(strings = {"{\"name\":\"four\"}", "\"four\"", "[\"four\",\"five\"]", "null"})
        void anEntryIsAppendedToASelectedArray(String entry) {
            assertEquals(entry, laid("target: $.tags\n    update: " + entry, "/tags/3"));
        }

        @Test
        void arraysInsideOfAnUpdateAreAppended() {
            assertEquals(
                    "[\"one\",\"two\",\"one\"]",
                    laid("target: $.paths['/a'].get\n    update: {tags: [two, one]}", "/paths/~1a/get/tags"));
        }

        /** "the value of this field MUST be an object" */
        @ParameterizedTest
        @ValueSource(strings = {"text", "[1]", "7", "true", "null"})
        void anObjectTakesAnObject(String update) {
            assertFails(
                    "overlay.yaml:4: the target $.info selects an object, and its update is none",
                    document("target: $.info\n    update: " + update));
        }

        /** "not primitive types or null values" */
        @ParameterizedTest
        @CsvSource({
            "$.info.title, string",
            "$.size, number",
            "$.isOpen, boolean",
            "$.nothing, null",
            "$.paths['/a'].get.tags[0], string"
        })
        void primitivesCannotBeSelected(String target, String kind) {
            assertFails(
                    "overlay.yaml:4: the target " + target + " selects a " + kind
                            + ", and an update needs an object or an array; select its parent",
                    document("target: " + target + "\n    update: {a: 1}"));
            assertFails(
                    "overlay.yaml:4: the target " + target + " selects a " + kind
                            + ", and only objects and arrays can be removed; replace what it stands in",
                    document("target: " + target + "\n    remove: true"));
        }

        /** "removed from the map or array it is contained in" */
        @Test
        void removesFromAMapAndFromAnArray() {
            assertEquals(
                    "{\"/b\":{\"get\":{\"summary\":\"B\"}}}",
                    laid("target: $.paths['/a']\n    remove: true", "/paths"));
            assertEquals(
                    "[{\"name\":\"one\"},{\"name\":\"three\"}]",
                    laid("target: $.tags[?@.name == 'two']\n    remove: true", "/tags"));
        }

        /** "This field has no impact if the remove field of this action object is true." */
        @Test
        void removeComesBeforeUpdate() {
            assertEquals("", laid("target: $.info.contact\n    remove: true\n    update: {a: 1}", "/info/contact"));
            assertEquals("1", laid("target: $.info.contact\n    remove: false\n    update: {a: 1}", "/info/contact/a"));
        }

        @Test
        void everySelectedNodeIsChanged() {
            JsonNode laid = lay(document("target: $.paths.*.get\n    update: {deprecated: true}"));

            assertEquals(true, laid.at("/paths/~1a/get/deprecated").booleanValue());
            assertEquals(true, laid.at("/paths/~1b/get/deprecated").booleanValue());
        }

        @Test
        void everySelectedItemIsRemoved() {
            assertEquals("[]", laid("target: $.tags.*\n    remove: true", "/tags"));
            assertEquals(
                    "[]",
                    laid(
                            "target: $.paths['/a'].get.parameters[?@.in == 'query']\n    remove: true",
                            "/paths/~1a/get/parameters"));
        }

        /** A node that is selected twice over is one node. */
        @Test
        void anEntryIsAppendedOnce() {
            assertEquals(
                    4,
                    lay(document("target: $['tags','tags']\n    update: {name: x}"))
                            .path("tags")
                            .size());
        }

        /** What stands in one that is removed goes with it. */
        @Test
        void selectedNodesMayStandInEachOther() {
            assertEquals("{}", laid("target: $.paths['/a','/b']['get']\n    remove: true", "/paths/~1a"));
            assertEquals("{}", laid("target: $..[?@.get || @.summary]\n    remove: true", "/paths"));
        }

        /** Ours: the specification lets such an action pass in silence. */
        @Test
        void anActionThatSelectsNothingIsAnError() {
            assertFails(
                    "overlay.yaml:4: the target $.paths['/gone'] matches nothing in the spec; the vendor may have moved or"
                            + " removed what it was written for",
                    document("target: $.paths['/gone']\n    remove: true"));
        }

        @Test
        void anActionThatHasBecomeNeedlessIsReported() {
            Overlay.Result result = overlay(document(
                            "target: $.info\n    update: {title: T}", "target: $.info\n    update: {title: New}"))
                    .apply(spec());

            assertEquals(
                    List.of("note overlay.yaml:4 #/actions/0: the action on $.info changes nothing any more and can be"
                            + " deleted"),
                    result.notes().stream().map(Object::toString).toList());
        }
    }

    private static final String SPEC = """
            openapi: 3.0.3
            info: {title: T, version: '1', contact: {name: N, email: old@a.test}}
            size: 7
            isOpen: true
            nothing: null
            tags: [{name: one}, {name: two}, {name: three}]
            paths:
              /a:
                get:
                  summary: A
                  tags: [one]
                  parameters: [{name: p, in: query}, {name: q, in: query}]
              /b:
                get: {summary: B}
            """;

    private static ObjectNode spec() {
        return (ObjectNode) SpecReader.parse(SPEC, "spec.yaml").root();
    }

    private static String document(String... actions) {
        return "overlay: 1.0.0\n" + INFO + "actions:\n  - " + String.join("\n  - ", actions) + "\n";
    }

    private static Overlay overlay(String text) {
        return Overlay.of(SpecReader.parse(text, "overlay.yaml"));
    }

    private static JsonNode lay(String overlay) {
        return overlay(overlay).apply(spec()).root();
    }

    /** What lies at a pointer after one action; the empty text where nothing does. */
    private static String laid(String action, String pointer) {
        return lay(document(action)).at(pointer).toString();
    }

    private static void assertRefused(String message, String overlay) {
        assertEquals(
                message,
                assertThrows(SpecException.class, () -> overlay(overlay)).getMessage());
    }

    private static void assertFails(String message, String overlay) {
        Overlay read = overlay(overlay);
        assertEquals(
                message,
                assertThrows(SpecException.class, () -> read.apply(spec())).getMessage());
    }
}
