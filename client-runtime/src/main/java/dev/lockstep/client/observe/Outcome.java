package dev.lockstep.client.observe;

import dev.lockstep.client.ApiBodyTooLargeException;
import dev.lockstep.client.ApiCanceledException;
import dev.lockstep.client.ApiConnectionException;
import dev.lockstep.client.ApiCredentialException;
import dev.lockstep.client.ApiDecodeException;
import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiInterruptedException;
import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.ApiTimeoutException;
import dev.lockstep.client.Attempt;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a call or an attempt ended, in one of few words. */
enum Outcome {
    SUCCESS,
    REDIRECT,
    CLIENT_ERROR,
    SERVER_ERROR,
    TIMEOUT,
    CONNECTION,
    DECODE,
    CREDENTIAL,
    CANCELED,
    INTERRUPTED,
    ERROR;

    /** Of a call. */
    static Outcome of(@Nullable Throwable failure) {
        if (failure == null) {
            return SUCCESS;
        }
        if (failure instanceof ApiStatusException status) {
            return of(status.status());
        }
        if (failure instanceof ApiTimeoutException) {
            return TIMEOUT;
        }
        if (failure instanceof ApiConnectionException) {
            return CONNECTION;
        }
        if (failure instanceof ApiDecodeException || failure instanceof ApiBodyTooLargeException) {
            return DECODE;
        }
        if (failure instanceof ApiCredentialException) {
            return CREDENTIAL;
        }
        if (failure instanceof ApiCanceledException) {
            return CANCELED;
        }
        return failure instanceof ApiInterruptedException ? INTERRUPTED : ERROR;
    }

    /** Of an attempt. */
    static Outcome of(Attempt attempt) {
        String failure = attempt.failure();
        if (failure == null) {
            return of(attempt.status());
        }
        boolean late = failure.contains("Timeout") || failure.equals("InterruptedIOException");
        return late ? TIMEOUT : failure.startsWith("Credential") ? CREDENTIAL : CONNECTION;
    }

    private static Outcome of(int status) {
        return switch (status / 100) {
            case 2 -> SUCCESS;
            case 3 -> REDIRECT;
            case 4 -> CLIENT_ERROR;
            default -> SERVER_ERROR;
        };
    }

    /** The last status of a call's attempts, or 0. */
    static int lastStatus(List<Attempt> attempts) {
        return attempts.isEmpty() ? 0 : attempts.get(attempts.size() - 1).status();
    }

    /** {@code 2xx} to {@code 5xx}, or {@code none}. */
    static String statusClass(int status) {
        return status < 100 || status > 599 ? "none" : status / 100 + "xx";
    }

    /** Whether the vendor may have carried out a call that failed. */
    static boolean ambiguous(@Nullable Throwable failure) {
        return failure instanceof ApiException api && api.ambiguous();
    }

    /** {@code client-error}. */
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
