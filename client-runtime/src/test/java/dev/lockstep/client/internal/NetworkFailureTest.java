package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.Phase;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.zip.DataFormatException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an exception of OkHttp's says about the request: whether it left, and whether a repetition may help. */
class NetworkFailureTest {
    private static void assertRow(RetryRow expected, IOException failure, Phase phase) {
        assertEquals(expected, NetworkFailure.row(failure, phase), failure + " in " + phase);
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheFirstByteNothingWasSent(Phase phase) {
        boolean reached = phase.compareTo(Phase.REQUEST_HEAD) >= 0;
        RetryRow expected = reached ? RetryRow.UNCERTAIN : RetryRow.UNSENT;
        assertRow(expected, new SocketException("Connection reset"), phase);
        assertRow(expected, new UnknownHostException("vendor.test"), phase);
        assertRow(expected, new ConnectException("Connection refused"), phase);
        assertRow(expected, new SSLException("closed in handshake"), phase);
        assertRow(expected, new EOFException(), phase);
        assertRow(expected, new InterruptedIOException("timeout"), phase);
    }

    @Test
    void aStreamThatTheVendorDidNotProcess() {
        for (Phase phase : new Phase[] {Phase.REQUEST_HEAD, Phase.REQUEST_BODY, Phase.RESPONSE_HEAD}) {
            assertRow(RetryRow.UNSENT, new StreamResetException(ErrorCode.REFUSED_STREAM), phase);
            assertRow(RetryRow.UNSENT, new ConnectionShutdownException(), phase);
            assertRow(RetryRow.UNCERTAIN, new StreamResetException(ErrorCode.INTERNAL_ERROR), phase);
            assertRow(RetryRow.UNCERTAIN, new StreamResetException(ErrorCode.CANCEL), phase);
            assertRow(RetryRow.UNCERTAIN, new IOException("stream was reset: REFUSED_STREAM"), phase);
        }
    }

    @Test
    void aPeerThatIsNotTrusted() {
        for (Exception cause : new Exception[] {
            new CertificateException("expired"),
            new CertPathValidatorException("no path"),
            new InvalidAlgorithmParameterException("the trustAnchors parameter must be non-empty")
        }) {
            IOException failure = new SSLHandshakeException("handshake");
            failure.initCause(new IllegalStateException(cause));
            assertTrue(NetworkFailure.isDistrust(failure));
            assertRow(RetryRow.DISTRUST, failure, Phase.TLS);
        }
        assertRow(RetryRow.DISTRUST, new SSLPeerUnverifiedException("other host"), Phase.TLS);
        assertRow(RetryRow.UNSENT, new SSLHandshakeException("closed"), Phase.TLS);
        assertFalse(NetworkFailure.isDistrust(new SSLHandshakeException("closed")));
    }

    @Test
    void aProxyThatRefusesUs() {
        IOException refused = new IOException("Failed to authenticate with proxy");
        assertTrue(NetworkFailure.isProxyRefusal(refused));
        assertRow(RetryRow.DISTRUST, refused, Phase.CONNECT);
        assertFalse(NetworkFailure.isProxyRefusal(new IOException("proxy")));
        assertFalse(NetworkFailure.isProxyRefusal(new IOException()));
    }

    @Test
    void anExecutorThatWasShutDown() {
        IOException rejected = new InterruptedIOException("executor rejected");
        assertTrue(NetworkFailure.isRejected(rejected));
        assertRow(RetryRow.DISTRUST, rejected, Phase.QUEUED);
        assertFalse(NetworkFailure.isRejected(new IOException("executor rejected")));
        assertFalse(NetworkFailure.isRejected(new InterruptedIOException("timeout")));
    }

    @Test
    void timeouts() {
        assertTrue(NetworkFailure.isTimeout(new SocketTimeoutException("Read timed out")));
        assertTrue(NetworkFailure.isTimeout(new InterruptedIOException("timeout")));
        assertFalse(NetworkFailure.isTimeout(new InterruptedIOException("interrupted")));
        assertFalse(NetworkFailure.isTimeout(new IOException("timeout")));
    }

    @Test
    void gzipThatIsNone() {
        assertTrue(NetworkFailure.isBadGzip(new IOException(new DataFormatException("invalid code"))));
        assertTrue(NetworkFailure.isBadGzip(new IOException("CRC: actual 0x00000001 != expected 0x00000002")));
        assertTrue(NetworkFailure.isBadGzip(new IOException("gzip finished without exhausting source")));
        assertFalse(NetworkFailure.isBadGzip(new IOException("unexpected end of stream")));
        assertFalse(NetworkFailure.isBadGzip(new IOException()));
        assertFalse(NetworkFailure.isBadGzip(new EOFException("gzip finished without exhausting source")));
        assertFalse(NetworkFailure.isBadGzip(new IOException(new SocketException("reset"))));
    }

    @Test
    void headsThatOkHttpRefuses() {
        assertTrue(NetworkFailure.isRefusedHead(new ProtocolException("HTTP 204 had non-zero Content-Length: 3")));
        assertTrue(NetworkFailure.isRefusedHead(new ProtocolException("HTTP 205 had non-zero Content-Length: 3")));
        assertTrue(NetworkFailure.isRefusedHead(
                new ProtocolException("Received HTTP_PROXY_AUTH (407) code while not using proxy")));
        assertFalse(NetworkFailure.isRefusedHead(new ProtocolException("unexpected end of stream")));
        assertFalse(NetworkFailure.isRefusedHead(new ProtocolException()));
        assertFalse(NetworkFailure.isRefusedHead(new IOException("HTTP 204 had non-zero Content-Length: 3")));
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, waiting for a connection",
        "DNS, looking the host up",
        "CONNECT, connecting",
        "TLS, shaking hands (TLS)",
        "CONNECTED, sending the request",
        "REQUEST_HEAD, sending the request",
        "REQUEST_BODY, sending the request",
        "RESPONSE_HEAD, waiting for the answer",
        "RESPONSE_BODY, reading the answer's body",
        "COMPLETE, complete"
    })
    void inWordsWithoutThePeersText(Phase phase, String words) {
        assertEquals(
                "ConnectException while " + words,
                NetworkFailure.describe(new ConnectException("text of the peer"), phase));
    }
}
