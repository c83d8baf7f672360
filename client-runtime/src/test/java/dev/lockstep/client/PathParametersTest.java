package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that may stand as one segment of a path. */
class PathParametersTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private static @Nullable String refused(String value) {
        return assertThrows(IllegalArgumentException.class, () -> PathParameters.text("id", value))
                .getMessage();
    }

    @Test
    void ordinaryValues() {
        assertEquals("c-1", PathParameters.text("id", "c-1"));
        assertEquals("a/b?c#d", PathParameters.text("id", "a/b?c#d"));
        assertEquals("...", PathParameters.text("id", "..."));
        assertEquals("x".repeat(256), PathParameters.text("id", "x".repeat(256)));
        assertEquals("\ud83d\ude00", PathParameters.text("id", "\ud83d\ude00"));
        assertEquals(
                "6f2c4f7e-2c43-4f53-9d3f-0f7a0c1b2d3e",
                PathParameters.uuid("id", UUID.fromString("6f2c4f7e-2c43-4f53-9d3f-0f7a0c1b2d3e")));
        assertEquals("12", PathParameters.scalar("id", 12));
    }

    @Test
    void valuesThatNameAnotherResource() {
        assertEquals("path parameter id is blank", refused(""));
        assertEquals("path parameter id is blank", refused(" "));
        assertEquals("path parameter id is '.', which names another resource", refused("."));
        assertEquals("path parameter id is '..', which names another resource", refused(".."));
        assertEquals("path parameter id has 257 characters; at most 256 are allowed", refused("x".repeat(257)));
        assertEquals("path parameter id has the control character U+000A at index 1", refused("a\n"));
        assertEquals("path parameter id has the control character U+202E at index 0", refused("\u202ea"));
        assertEquals("path parameter id has the control character U+D800 at index 1", refused("a\ud800"));
        assertEquals(
                "id",
                assertThrows(NullPointerException.class, () -> PathParameters.text("id", nothing()))
                        .getMessage());
    }

    @SuppressWarnings("NullAway") // what a caller without null checks may pass
    private static String nothing() {
        return null;
    }

    @Test
    void slashesStayInTheirSegment() throws Exception {
        vendor.enqueue(Vendor.status(200));
        vendor.run(Mode.SYNC, vendor.client().service().end(PathParameters.text("id", "../a/b?c#d")))
                .success();
        RecordedRequest request = vendor.request();
        assertEquals("/v2/conversations/..%2Fa%2Fb%3Fc%23d/end", request.getTarget());
    }
}
