package dev.lockstep.tracker.source;

import dev.lockstep.client.ApiConnectionException;
import dev.lockstep.client.ApiCredentialException;
import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiRedirectException;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.ApiTimeoutException;
import dev.lockstep.client.BinaryBody;
import dev.lockstep.client.Timing;
import dev.lockstep.tracker.workspace.Access;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a published document within strict limits: https (loopback excepted), at most three redirects and none to another
 * host, a cap on what is read after decompression, 30 seconds with all repetitions, and only the content types in which
 * documents are published. Safe for use by several threads.
 */
public final class Fetcher {
    /** The cap for a page, in bytes. */
    public static final long PAGE = 2L * 1024 * 1024;
    /** The cap for a whole spec, in bytes. */
    public static final long SPEC = 32L * 1024 * 1024;

    static final String USER_AGENT = "lockstep/0.1.1";

    private static final int REDIRECTS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private final OkHttpClient http;
    private final Duration limit;
    private final Timing timing;
    private final UnaryOperator<@Nullable String> environment;
    private final Map<String, Site> sites = new ConcurrentHashMap<>();

    /** A fetcher over its own connections, with the proxies and credentials of the environment. */
    public Fetcher() {
        this(EnvironmentProxies.client(System::getenv), Timing.system(), System::getenv);
    }

    /**
     * A fetcher over a client's connections, proxies and trust; the limits are ours.
     *
     * @param timing clock and waits of repetitions
     * @param environment gives the value of a variable, or null
     */
    public Fetcher(OkHttpClient client, Timing timing, UnaryOperator<@Nullable String> environment) {
        this(client, timing, environment, LIMIT);
    }

    Fetcher(OkHttpClient client, Timing timing, UnaryOperator<@Nullable String> environment, Duration limit) {
        this.limit = limit;
        this.http = client.newBuilder().addInterceptor(BodyLimit.INTERCEPTOR).build();
        this.timing = timing;
        this.environment = environment;
    }

    /**
     * What a server gave.
     *
     * @param body null when it said that nothing changed
     * @param etag the document's version, or null
     * @param lastModified when it last changed, as the server wrote it, or null
     */
    public record Fetched(
            @Nullable ByteString body,
            @Nullable String etag,
            @Nullable String lastModified) {}

    /** Thrown when a document cannot be had. The message says why, without the address. */
    public static final class FetchException extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean gone;

        FetchException(String message) {
            this(message, false);
        }

        FetchException(String message, boolean gone) {
            super(message);
            this.gone = gone;
        }

        /** Why, as a sentence whose subject is the address. */
        public String reason() {
            return String.valueOf(getMessage());
        }

        /** Whether the server says that there is nothing at this address (404, 410). */
        public boolean gone() {
            return gone;
        }
    }

    /** Fetches a public document, whatever is known about it. */
    public Fetched fetch(String address, long cap) throws FetchException {
        return fetch(address, cap, null, List.of());
    }

    /**
     * Fetches a document.
     *
     * @param cap in bytes, after decompression
     * @param known what is known about the bytes that we already have, or null to get them in any case
     * @param access how hosts are read whose documents are not public
     */
    public Fetched fetch(String address, long cap, @Nullable Fetched known, List<Access> access) throws FetchException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new FetchException("is no http or https address");
        }
        HttpUrl first = url;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            if (!url.isHttps() && !LOOPBACK.contains(url.host())) {
                throw new FetchException("is not https; only this machine is read over http");
            }
            Site site = site(url, access);
            try {
                site.enter();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FetchException("was not read: interrupted");
            }
            try {
                return read(site, url, cap, known);
            } catch (ApiRedirectException e) {
                if (e.status() == 304) {
                    return unchanged(known);
                }
                url = target(url, first, e);
            } catch (ApiException e) {
                throw failed(e, access.stream().noneMatch(isOf(first)));
            } catch (IOException e) {
                throw new FetchException("cannot be read: " + e.getMessage());
            } finally {
                site.leave();
            }
        }
        throw new FetchException("redirects more than " + REDIRECTS + " times");
    }

    private static Fetched read(Site site, HttpUrl url, long cap, @Nullable Fetched known)
            throws IOException, FetchException {
        ApiResponse<BinaryBody> response = site.read(
                        url.toString(),
                        known == null ? null : known.etag(),
                        known == null ? null : known.lastModified(),
                        new BodyLimit(cap))
                .executeForResponse();
        try (BinaryBody body = response.body()) {
            if (response.status() != 200) {
                throw new FetchException("answers " + response.status());
            }
            String type = BodyLimit.typeOf(body.contentType() == null ? null : MediaType.parse(body.contentType()));
            if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
                throw new FetchException("answers with an HTML page (a login page or a captcha?)");
            }
            if (!BodyLimit.isDocument(type)) {
                throw new FetchException("answers with " + (type.isEmpty() ? "no content type" : type)
                        + ", which is neither Markdown, text, JSON nor YAML");
            }
            ByteString bytes = body.source().readByteString();
            if (bytes.size() > cap) {
                throw new FetchException("is larger than " + cap / (1024 * 1024) + " MiB");
            }
            return new Fetched(
                    bytes, response.headers().get("ETag"), response.headers().get("Last-Modified"));
        }
    }

    private static Fetched unchanged(@Nullable Fetched known) throws FetchException {
        if (known == null) {
            throw new FetchException("says that nothing changed (304), and we hold no copy that it could mean");
        }
        return new Fetched(null, known.etag(), known.lastModified());
    }

    private static HttpUrl target(HttpUrl url, HttpUrl first, ApiRedirectException e) throws FetchException {
        String location = e.headers().get("Location");
        HttpUrl next = location == null ? null : url.resolve(location);
        if (next == null) {
            throw new FetchException("redirects to nowhere");
        }
        if (!next.host().equals(first.host())) {
            throw new FetchException("redirects to another host, " + next.host() + "; name that address instead");
        }
        if (next.port() != first.port() || !next.scheme().equals(first.scheme())) {
            throw new FetchException("redirects to another port, " + next.scheme() + "://" + next.host() + ":"
                    + next.port() + "; name that address instead");
        }
        return next;
    }

    /** The site of an address, with the credential that belongs to its host. */
    private Site site(HttpUrl url, List<Access> all) throws FetchException {
        Access access = all.stream().filter(isOf(url)).findFirst().orElse(null);
        String credential = access == null ? null : environment.apply(access.variable());
        if (access != null && (credential == null || credential.isBlank())) {
            throw new FetchException("needs a credential, and the environment variable " + access.variable()
                    + ", named for it under access, is not set");
        }
        String key = url.scheme() + " " + url.host() + " " + url.port() + " " + access;
        return sites.computeIfAbsent(key, unused -> Site.of(url, http, timing, limit, access, credential));
    }

    private static Predicate<Access> isOf(HttpUrl url) {
        return access -> access.host().equals(url.host());
    }

    private FetchException failed(ApiException failure, boolean isPublic) {
        int attempts = failure.attempts().size();
        String often = attempts > 1 ? " (" + attempts + " attempts)" : "";
        if (failure instanceof ApiStatusException answer) {
            Duration later = answer.retryAfter();
            boolean gone = answer.status() == 404 || answer.status() == 410;
            return new FetchException(
                    "answers " + answer.status()
                            + (later == null ? "" : " and asks for " + later.toSeconds() + " seconds of patience")
                            + (isPublic && answer.status() == 401
                                    ? ": it needs a credential; name the environment variable that holds it under access"
                                    : "")
                            + often,
                    gone);
        }
        if (failure instanceof ApiTimeoutException) {
            return new FetchException("gave no answer within " + limit.toSeconds() + " seconds" + often);
        }
        if (failure instanceof ApiCredentialException) {
            return new FetchException("was not asked: " + failure.getMessage());
        }
        if (failure instanceof ApiConnectionException && isDistrusted(failure)) {
            return new FetchException("is not trusted: its certificate is not its own, or of nobody we know");
        }
        Throwable cause = failure.getCause();
        return new FetchException(
                "cannot be reached: " + (cause == null ? failure.getMessage() : cause.getMessage()) + often);
    }

    private static boolean isDistrusted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }
}
