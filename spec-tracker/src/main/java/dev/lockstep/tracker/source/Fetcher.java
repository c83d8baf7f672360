package dev.lockstep.tracker.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a published document within strict limits: https (loopback excepted), at most three redirects and none to another
 * host, a cap on what is read after decompression, 30 seconds, and only the content types in which documents are published.
 */
public final class Fetcher {
    /** The cap for a page, in bytes. */
    public static final long PAGE = 2L * 1024 * 1024;
    /** The cap for a whole spec, in bytes. */
    public static final long SPEC = 32L * 1024 * 1024;

    private static final int REDIRECTS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
    private static final Set<String> TYPES = Set.of(
            "text/markdown",
            "text/x-markdown",
            "text/plain",
            "application/json",
            "application/yaml",
            "application/x-yaml",
            "text/yaml",
            "text/x-yaml",
            "application/vnd.oai.openapi",
            "application/vnd.oai.openapi+json");

    private final OkHttpClient client;

    /** A fetcher over its own connections. */
    public Fetcher() {
        this(new OkHttpClient());
    }

    /** A fetcher over a client's connections, proxies and trust; the limits are ours. */
    public Fetcher(OkHttpClient client) {
        this.client = client.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .cache(null)
                .callTimeout(TIMEOUT)
                .build();
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

    /**
     * Fetches a document.
     *
     * @param cap in bytes, after decompression
     * @param known what is known about the bytes that we already have, or null to get them in any case
     */
    public Fetched fetch(String address, long cap, @Nullable Fetched known) throws FetchException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new FetchException("is no http or https address");
        }
        HttpUrl first = url;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            allowed(url);
            try (Response response = client.newCall(request(url, known)).execute()) {
                HttpUrl next = redirect(response, url);
                if (next == null) {
                    return answer(response, cap, known);
                }
                if (!next.host().equals(first.host()) || next.port() != first.port()) {
                    throw new FetchException(
                            "redirects to another host, " + next.host() + "; name that address instead");
                }
                url = next;
            } catch (InterruptedIOException e) {
                throw new FetchException("gave no answer within " + TIMEOUT.toSeconds() + " seconds");
            } catch (IOException e) {
                throw new FetchException("cannot be reached: " + e.getMessage());
            }
        }
        throw new FetchException("redirects more than " + REDIRECTS + " times");
    }

    private static void allowed(HttpUrl url) throws FetchException {
        if (!url.isHttps() && !LOOPBACK.contains(url.host())) {
            throw new FetchException("is not https; only this machine is read over http");
        }
    }

    private static Request request(HttpUrl url, @Nullable Fetched known) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("Accept", "text/markdown, text/plain, application/json, application/yaml")
                .header("User-Agent", "lockstep/0.1.0");
        if (known != null && known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        if (known != null && known.lastModified() != null) {
            request.header("If-Modified-Since", known.lastModified());
        }
        return request.build();
    }

    private static @Nullable HttpUrl redirect(Response response, HttpUrl url) throws FetchException {
        switch (response.code()) {
            case 301, 302, 303, 307, 308 -> {
                String location = response.header("Location");
                HttpUrl next = location == null ? null : url.resolve(location);
                if (next == null) {
                    throw new FetchException("redirects to nowhere");
                }
                return next;
            }
            default -> {
                return null;
            }
        }
    }

    private static Fetched answer(Response response, long cap, @Nullable Fetched known)
            throws FetchException, IOException {
        if (response.code() == 304) {
            if (known == null) {
                throw new FetchException("says that nothing changed (304), and we hold no copy that it could mean");
            }
            return new Fetched(null, known.etag(), known.lastModified());
        }
        if (response.code() != 200) {
            throw new FetchException("answers " + response.code(), response.code() == 404 || response.code() == 410);
        }
        MediaType type = response.body().contentType();
        String name = type == null ? "" : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
        if (name.equals("text/html") || name.equals("application/xhtml+xml")) {
            throw new FetchException("answers with an HTML page (a login page or a captcha?)");
        }
        if (!TYPES.contains(name)) {
            throw new FetchException("answers with " + (name.isEmpty() ? "no content type" : name)
                    + ", which is neither Markdown, text, JSON nor YAML");
        }
        BufferedSource source = response.body().source();
        if (source.request(cap + 1)) {
            throw new FetchException("is larger than " + cap / (1024 * 1024) + " MiB");
        }
        return new Fetched(source.readByteString(), response.header("ETag"), response.header("Last-Modified"));
    }
}
