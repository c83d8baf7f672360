package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.ApiNotFoundException;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.Ended;
import dev.lockstep.conversations.Tavus;
import dev.lockstep.testing.Answer;
import dev.lockstep.testing.Fake;
import dev.lockstep.testing.FakeTiming;
import dev.lockstep.testing.FakeVendor;
import dev.lockstep.testing.FakeVendors;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user's test of their own code against a fake vendor. */
@ExtendWith(FakeVendors.class)
class HangupTest {
    private static final String END = "POST /v2/conversations/{conversation_id}/end";

    private final FakeTiming timing = new FakeTiming();

    private Ended<Void> hangUp(FakeVendor tavus) throws IOException {
        return Conversations.builder()
                .config(tavus.config())
                .timing(timing)
                .build()
                .end(Tavus.conversation("c1"));
    }

    @Test
    void hangsUp(@Fake("tavus") FakeVendor tavus) throws IOException {
        assertEquals(1, hangUp(tavus).attempts().size());
        tavus.received(END).once().withPathParameter("conversation_id", "c1").withCredential();
    }

    @Test
    void tellsWhatIsGone(@Fake("tavus") FakeVendor tavus) {
        tavus.answer(END, 404);
        assertThrows(ApiNotFoundException.class, () -> hangUp(tavus));
    }

    @Test
    void waitsItsTurn(@Fake("tavus") FakeVendor tavus) throws IOException {
        tavus.answerNext(END, Answer.tooManyRequests(Duration.ofSeconds(20)));
        assertEquals(2, hangUp(tavus).attempts().size());
        assertEquals(List.of(Duration.ofSeconds(20)), timing.waits());
    }

    @Test
    void oneOkHttp() throws IOException {
        List<?> copies = Collections.list(getClass().getClassLoader().getResources("okhttp3/OkHttpClient.class"));
        assertEquals(1, copies.size(), copies::toString);
    }
}
