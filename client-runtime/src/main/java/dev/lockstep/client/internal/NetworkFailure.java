package dev.lockstep.client.internal;

import dev.lockstep.client.Phase;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.zip.DataFormatException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Reads the meaning of an exception that OkHttp threw. */
final class NetworkFailure {
    private NetworkFailure() {}

    /** The retry row of a failure in this phase. */
    static RetryRow row(IOException failure, Phase phase) {
        if (isDistrust(failure) || isProxyRefusal(failure) || isRejected(failure)) {
            return RetryRow.DISTRUST;
        }
        if (!phase.mayHaveReachedVendor() || isUnprocessedStream(failure)) {
            return RetryRow.UNSENT;
        }
        return RetryRow.UNCERTAIN;
    }

    /** A certificate, host name or pin that does not hold, or a trust store that holds nothing to check them with. */
    static boolean isDistrust(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLPeerUnverifiedException
                    || cause instanceof CertificateException
                    || cause instanceof CertPathValidatorException
                    || cause instanceof InvalidAlgorithmParameterException) {
                return true;
            }
        }
        return false;
    }

    /** A proxy that wants a credential (407 to CONNECT). */
    static boolean isProxyRefusal(IOException failure) {
        return "Failed to authenticate with proxy".equals(failure.getMessage());
    }

    /** The HTTP client's executor was shut down. */
    static boolean isRejected(IOException failure) {
        return failure instanceof InterruptedIOException && "executor rejected".equals(failure.getMessage());
    }

    /** Time ran out: of the attempt, a connect, or a gap between bytes. */
    static boolean isTimeout(IOException failure) {
        return failure instanceof SocketTimeoutException
                || (failure instanceof InterruptedIOException && "timeout".equals(failure.getMessage()));
    }

    /** RFC 9113, 8.7: REFUSED_STREAM and streams above the GOAWAY id were not processed. */
    static boolean isUnprocessedStream(IOException failure) {
        String type = failure.getClass().getName();
        if (type.equals("okhttp3.internal.http2.ConnectionShutdownException")) {
            return true;
        }
        return type.equals("okhttp3.internal.http2.StreamResetException")
                && "stream was reset: REFUSED_STREAM".equals(failure.getMessage());
    }

    /** A body that arrived whole and is not the gzip it says it is: no transport fault. */
    static boolean isBadGzip(IOException failure) {
        if (failure.getCause() instanceof DataFormatException) {
            return true;
        }
        String message = failure.getMessage();
        return failure.getClass() == IOException.class
                && message != null
                && (message.contains(" != expected 0x") || message.startsWith("gzip finished without"));
    }

    /**
     * OkHttp refuses a 204 or 205 that announces a body, and a 407 that no proxy sent; the status line came nonetheless.
     */
    static boolean isRefusedHead(IOException failure) {
        if (!(failure instanceof ProtocolException) || failure.getMessage() == null) {
            return false;
        }
        String message = failure.getMessage();
        return message.startsWith("HTTP 204 had")
                || message.startsWith("HTTP 205 had")
                || message.startsWith("Received HTTP_PROXY_AUTH (407)");
    }

    /** What went wrong in words, without text that came from the peer. */
    static String describe(Throwable failure, Phase phase) {
        return ForeignCode.name(failure) + " while " + phase(phase);
    }

    private static String phase(Phase phase) {
        return switch (phase) {
            case QUEUED -> "waiting for a connection";
            case DNS -> "looking the host up";
            case CONNECT -> "connecting";
            case TLS -> "shaking hands (TLS)";
            case CONNECTED, REQUEST_HEAD, REQUEST_BODY -> "sending the request";
            case RESPONSE_HEAD -> "waiting for the answer";
            case RESPONSE_BODY -> "reading the answer's body";
            case COMPLETE -> phase.name().toLowerCase(Locale.ROOT);
        };
    }
}
