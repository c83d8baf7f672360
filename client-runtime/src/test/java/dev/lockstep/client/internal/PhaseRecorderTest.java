package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.Phase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class PhaseRecorderTest {
    private final PhaseRecorder recorder = new PhaseRecorder();
    private final Call call = new OkHttpClient()
            .newCall(new Request.Builder().url("https://vendor.test/").build());

    @Test
    void aCancelledCallShakesNoHands() {
        assertDoesNotThrow(() -> recorder.secureConnectStart(call));
        call.cancel();
        Throwable failure = assertThrows(Throwable.class, () -> recorder.secureConnectStart(call));
        assertEquals(IOException.class, failure.getClass());
        assertEquals("Canceled", failure.getMessage());
        assertEquals(Phase.TLS, recorder.phase());
    }

    /** Connects race: what a slower one tells no longer matters once the request is on its way. */
    @Test
    void aRacingConnectDoesNotTakeTheRequestBack() {
        InetSocketAddress address = InetSocketAddress.createUnresolved("vendor.test", 443);
        recorder.connectStart(call, address, Proxy.NO_PROXY);
        assertEquals(Phase.CONNECT, recorder.phase());
        recorder.connectEnd(call, address, Proxy.NO_PROXY, null);
        assertEquals(Phase.CONNECTED, recorder.phase());
        recorder.connectFailed(call, address, Proxy.NO_PROXY, null, new IOException("slower"));
        assertEquals(Phase.CONNECT, recorder.phase());
        recorder.requestHeadersStart(call);
        recorder.connectStart(call, address, Proxy.NO_PROXY);
        recorder.connectFailed(call, address, Proxy.NO_PROXY, null, new IOException("slowest"));
        assertEquals(Phase.REQUEST_HEAD, recorder.phase());
    }
}
