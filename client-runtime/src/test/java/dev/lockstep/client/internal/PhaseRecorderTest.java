package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.Phase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class PhaseRecorderTest {
    private static final InetSocketAddress ADDRESS = InetSocketAddress.createUnresolved("vendor.test", 443);

    private final PhaseRecorder recorder = new PhaseRecorder();
    private final Call call = new OkHttpClient()
            .newCall(new Request.Builder().url("https://vendor.test/").build());

    private Socket open() throws IOException {
        recorder.connectStart(call, ADDRESS, Proxy.NO_PROXY);
        return new ConnectingSockets(SocketFactory.getDefault()).createSocket();
    }

    private void theNextSocketIsNobodys() throws IOException {
        try (Socket socket = new ConnectingSockets(SocketFactory.getDefault()).createSocket()) {
            recorder.canceled(call);
            assertFalse(socket.isClosed());
        }
    }

    /** Whatever comes next on them: a connect, a tunnel, a handshake. */
    @Test
    void theSocketsOfACancelledCallAreClosed() throws IOException {
        Socket first = open();
        Socket second = open();
        recorder.canceled(call);
        assertTrue(first.isClosed());
        assertTrue(second.isClosed());
    }

    @Test
    void aCancelledCallOpensNone() throws IOException {
        call.cancel();
        assertTrue(open().isClosed());
    }

    /** OkHttp ends what is on it; others may use it. */
    @Test
    void aConnectionThatStandsIsNotClosed() throws IOException {
        try (Socket socket = open()) {
            recorder.connectEnd(call, ADDRESS, Proxy.NO_PROXY, null);
            recorder.canceled(call);
            assertFalse(socket.isClosed());
        }
    }

    @Test
    void aSocketThatNoConnectAnnouncedIsNobodys() throws IOException {
        open().close();
        theNextSocketIsNobodys();
    }

    /** A connect through a SOCKS proxy opens its socket elsewhere; what this thread opens next is not its own. */
    @Test
    void aConnectThatEndsWithoutASocketLeavesNothingBehind() throws IOException {
        recorder.connectStart(call, ADDRESS, Proxy.NO_PROXY);
        recorder.connectEnd(call, ADDRESS, Proxy.NO_PROXY, null);
        theNextSocketIsNobodys();
        recorder.connectStart(call, ADDRESS, Proxy.NO_PROXY);
        recorder.connectFailed(call, ADDRESS, Proxy.NO_PROXY, null, new IOException("refused"));
        theNextSocketIsNobodys();
    }

    /** Connects race: what a slower one tells no longer matters once the request is on its way. */
    @Test
    void aRacingConnectDoesNotTakeTheRequestBack() {
        recorder.connectStart(call, ADDRESS, Proxy.NO_PROXY);
        assertEquals(Phase.CONNECT, recorder.phase());
        recorder.connectEnd(call, ADDRESS, Proxy.NO_PROXY, null);
        assertEquals(Phase.CONNECTED, recorder.phase());
        recorder.connectFailed(call, ADDRESS, Proxy.NO_PROXY, null, new IOException("slower"));
        assertEquals(Phase.CONNECT, recorder.phase());
        recorder.requestHeadersStart(call);
        recorder.connectStart(call, ADDRESS, Proxy.NO_PROXY);
        recorder.connectFailed(call, ADDRESS, Proxy.NO_PROXY, null, new IOException("slowest"));
        assertEquals(Phase.REQUEST_HEAD, recorder.phase());
    }
}
