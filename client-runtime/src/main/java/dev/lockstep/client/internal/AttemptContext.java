package dev.lockstep.client.internal;

import dev.lockstep.client.CallOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What our interceptors know of one attempt; a tag of its request. Used by one thread at a time; prints nothing. */
final class AttemptContext {
    final OperationSpec spec;
    final CallOptions options;
    final HttpUrl baseUrl;
    final Duration attemptTimeout;
    final CredentialSource credentials;
    final PhaseRecorder recorder = new PhaseRecorder();
    /** After a 401: the attempt goes out only with other credentials than these. */
    final @Nullable List<Stamp> refused;

    /** Why the attempt has no credentials; null while they are not refused. */
    @Nullable
    IOException refusal;

    /** The answer that the interceptors returned last: the innermost while the others work, then the outermost; null before. */
    @Nullable
    Response answer;

    /** Set before the request leaves; null until then. */
    @Nullable
    List<Stamp> stamps;

    /** The answer's Retry-After lines, which OkHttp must not see; null if there were none. */
    @Nullable
    List<String> retryAfter;

    AttemptContext(
            OperationSpec spec,
            CallOptions options,
            HttpUrl baseUrl,
            Duration attemptTimeout,
            CredentialSource credentials,
            @Nullable List<Stamp> refused) {
        this.spec = spec;
        this.options = options;
        this.baseUrl = baseUrl;
        this.attemptTimeout = attemptTimeout;
        this.credentials = credentials;
        this.refused = refused;
    }

    /** Whether the resolved credentials are those that brought the 401. */
    boolean sameAsRefused(List<Stamp> resolved) {
        if (refused == null || refused.size() != resolved.size()) {
            return false;
        }
        for (int i = 0; i < resolved.size(); i++) {
            if (!resolved.get(i).sameAs(refused.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Closes the answer that nobody gets. */
    void closeAnswer() {
        Response unused = answer;
        answer = null;
        if (unused != null) {
            ForeignCode.tell(unused, Response::close);
        }
    }

    @Override
    public String toString() {
        return spec.name();
    }
}
