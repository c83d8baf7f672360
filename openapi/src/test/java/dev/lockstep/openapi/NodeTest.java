package dev.lockstep.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NodeTest {
    private static final SpecDocument DOCUMENT = SpecReader.parse("""
            openapi: 3.1.0
            a: {$ref: '#/b'}
            b: {$ref: '#/c%20d'}
            c d: {value: 1, none: null, list: [x, y]}
            round: {$ref: '#/about'}
            about: {$ref: '#/round'}
            nowhere: {$ref: '#/gone'}
            outside: {$ref: 'other.yaml#/x'}
            odd: {$ref: '#/%zz'}
            """, "nodes.yaml");

    private static Node at(String key) {
        return Node.root(DOCUMENT).get(key);
    }

    @Test
    void chainsOfReferencesAreFollowedToTheirEnd() {
        Node end = at("a").resolved();

        assertEquals("#/c d", end.pointer());
        assertEquals(4, end.line());
        assertEquals("1", end.text("value"));
        assertEquals("#/b", at("a").target().orElseThrow().pointer());
        assertEquals("nodes.yaml:4 #/c d", end.toString());
    }

    @Test
    void referencesThatLeadNowhereStayReferences() {
        for (String key : new String[] {"round", "about", "nowhere", "outside", "odd"}) {
            assertTrue(at(key).resolved().isReference(), key);
        }
        assertEquals("", at("outside").reference());
        assertEquals("", at("odd").reference());
        assertTrue(at("nowhere").target().isEmpty());
    }

    @Test
    void whatIsMissingHasAPlaceAllTheSame() {
        Node missing = at("c d").get("list").get(7).get("x");

        assertFalse(missing.exists());
        assertEquals("#/c d/list/7/x", missing.pointer());
        assertEquals(4, missing.line());
        assertEquals("", missing.text("y"));
        assertTrue(missing.keys().isEmpty());
        assertTrue(missing.items().isEmpty());
    }

    @Test
    void nullIsThereAndHasNoText() {
        Node node = at("c d");

        assertTrue(node.has("none"));
        assertTrue(node.get("none").exists());
        assertEquals("", node.text("none"));
        assertEquals("otherwise", node.text("list", "otherwise"));
        assertEquals("#/c d/list", node.nearest("list").pointer());
        assertEquals("#/c d", node.nearest("absent").pointer());
    }
}
