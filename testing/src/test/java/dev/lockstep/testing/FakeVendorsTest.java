package dev.lockstep.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.lockstep.vendor.tavus.TavusClient;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

@ExtendWith(FakeVendors.class)
class FakeVendorsTest {
    private static @Nullable FakeVendor before;

    private @Nullable FakeVendor first;

    @BeforeEach
    void take(@Fake("tavus") FakeVendor tavus) {
        assertNotSame(before, tavus);
        before = tavus;
        first = tavus;
    }

    @Test
    void oneFakeATest(@Fake("tavus") FakeVendor tavus, @Fake("anyreach") FakeVendor anyreach) throws Exception {
        assertSame(first, tavus);
        assertEquals("anyreach", anyreach.vendor());
        TavusClient.builder()
                .config(tavus.config().or(anyreach.config()))
                .build()
                .conversations()
                .endConversation("c1")
                .execute();
        tavus.received("endConversation").once();
        anyreach.received("endConversation").never();
    }

    @Nested
    class Inside {
        @Test
        void nestedTestsHaveThemToo(@Fake("tavus") FakeVendor tavus) {
            assertSame(first, tavus);
        }
    }

    @Tag("run-by-another-test")
    @ExtendWith(FakeVendors.class)
    static class Careless {
        @Test
        void asksForNonsense(@Fake("tavus") FakeVendor tavus) throws IOException {
            new OkHttpClient()
                    .newCall(new Request.Builder()
                            .url(tavus.baseUrl() + "/nonsense")
                            .build())
                    .execute()
                    .close();
        }
    }

    @Tag("run-by-another-test")
    @ExtendWith(FakeVendors.class)
    static class Early {
        @BeforeAll
        static void tooEarly(@Fake("tavus") FakeVendor tavus) {
            tavus.close();
        }

        @Test
        void nothing() {}
    }

    @Test
    void anUnexpectedRequestFailsTheTest() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(Careless.class))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("asksForNonsense"),
                                finishedWithFailure(message(text -> text.startsWith(
                                        "no operation of tavus is GET /nonsense; known are POST /v2/")))));
    }

    @Test
    void fakesOfAWholeClassAreRefused() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(Early.class))
                .execute()
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message(text -> text.contains("a fake vendor lasts for one test")))));
    }
}
