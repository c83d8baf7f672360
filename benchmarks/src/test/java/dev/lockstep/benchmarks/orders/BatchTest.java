package dev.lockstep.benchmarks.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchTest {
    private static List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            batches.add(new Batch(1000 + i, 500 - i));
        }
        Collections.shuffle(batches, new Random(1));
        return batches;
    }

    @Test
    void nineInTenTookLongerThanTheQuietOneAndHalfThanTheMiddleOne() {
        assertEquals(new Batch(1020, 480), Batch.quiet(batches()));
        assertEquals(new Batch(1100, 400), Batch.middle(batches()));
    }

    @Test
    void aLineIsReadAsItWasWritten() {
        Batch batch = new Batch(46_231.25, 12_944.16);
        assertEquals(batch, Batch.parse(batch.line() + "\n"));
    }

    /** What is compared must be the same call: each way gets an answer, also where the sockets end in memory. */
    @ParameterizedTest
    @EnumSource
    void eachWayGetsItsAnswerAgainAndAgain(Peer peer) throws Exception {
        for (OrderText answer : OrderText.values()) {
            Peer.Exchange exchange = peer.to("http://127.0.0.1:1/", new MemorySockets(answer.answer()));
            for (int call = 0; call < 3; call++) {
                assertNotNull(exchange.make());
            }
        }
    }
}
