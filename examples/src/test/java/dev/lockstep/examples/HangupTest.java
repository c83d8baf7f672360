package dev.lockstep.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.ApiUnauthorizedException;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.examples.Hangup.Result;
import dev.lockstep.testing.Answer;
import dev.lockstep.testing.Fake;
import dev.lockstep.testing.FakeTiming;
import dev.lockstep.testing.FakeVendor;
import dev.lockstep.testing.FakeVendors;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeVendors.class)
class HangupTest {
    private static final String END = "POST /v2/conversations/{conversation_id}/end";

    private final FakeTiming timing = new FakeTiming();

    private Hangup hangup(FakeVendor tavus) {
        return new Hangup(
                Conversations.builder().config(tavus.config()).timing(timing).build());
    }

    @Test
    void ends(@Fake("tavus") FakeVendor tavus) throws IOException {
        assertEquals(Result.ENDED, hangup(tavus).hangUp("c1"));
        tavus.received(END).once().withPathParameter("conversation_id", "c1").withCredential();
    }

    @Test
    void knowsWhatIsGone(@Fake("tavus") FakeVendor tavus) throws IOException {
        tavus.answer(END, 404);
        assertEquals(Result.GONE, hangup(tavus).hangUp("c1"));
    }

    @Test
    void waitsItsTurn(@Fake("tavus") FakeVendor tavus) throws IOException {
        tavus.answerNext(END, Answer.tooManyRequests(Duration.ofSeconds(20)));
        assertEquals(Result.ENDED, hangup(tavus).hangUp("c1"));
        assertEquals(List.of(Duration.ofSeconds(20)), timing.waits());
    }

    @Test
    void neverEndsTwice(@Fake("tavus") FakeVendor tavus) throws IOException {
        tavus.answer(END, Answer.disconnect());
        assertEquals(Result.UNKNOWN, hangup(tavus).hangUp("c1"));
        tavus.received(END).once();
    }

    @Test
    void tellsOfARefusedKey(@Fake("tavus") FakeVendor tavus) {
        tavus.answer(END, 401);
        assertThrows(ApiUnauthorizedException.class, () -> hangup(tavus).hangUp("c1"));
    }
}
