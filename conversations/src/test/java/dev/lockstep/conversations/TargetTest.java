package dev.lockstep.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void isEqualByVendorOperationAndArguments() {
        assertEquals(Tavus.conversation("c1"), Tavus.conversation("c1"));
        assertEquals(
                Tavus.conversation("c1").hashCode(), Tavus.conversation("c1").hashCode());
        assertNotEquals(Tavus.conversation("c1"), Tavus.conversation("c2"));
        assertNotEquals(Tavus.deployment("d1", "c1"), Tavus.deployment("d2", "c1"));
        assertNotEquals(AnyReach.conversation("c1"), OpenHands.conversation("c1"));
    }

    @Test
    void saysVendorOperationAndId() {
        UUID id = UUID.fromString("849e77c6-5cb3-479a-a985-7fab630e2c78");

        assertEquals("hamsa terminateConversation " + id, Hamsa.conversation(id).toString());
        assertEquals(
                "tavus endDeploymentConversation c1",
                Tavus.deployment("d1", "c1").toString());
    }

    @Test
    void namesItsArgumentsWhenOneIsMissing() {
        assertEquals(
                "openhands stopConversation c1 has no argument deployment_id; it has [id]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> OpenHands.conversation("c1").argument("deployment_id"))
                        .getMessage());
    }

    @Test
    @SuppressWarnings("NullAway") // callers without a null checker
    void refusesNull() {
        assertEquals(
                "id == null",
                assertThrows(NullPointerException.class, () -> Tavus.conversation(null))
                        .getMessage());
    }
}
