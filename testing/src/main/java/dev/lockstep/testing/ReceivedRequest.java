package dev.lockstep.testing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A request that a fake vendor received. Immutable. Methods whose names begin with {@code with} check, and throw otherwise. */
public final class ReceivedRequest {
    private final String operation;
    private final String requestLine;
    private final HttpUrl url;
    private final Headers headers;
    private final ByteString body;
    private final Map<String, String> pathParameters;
    private final Map<String, String> credentials;

    ReceivedRequest(
            String operation,
            String requestLine,
            HttpUrl url,
            Headers headers,
            ByteString body,
            Map<String, String> pathParameters,
            Map<String, String> credentials) {
        this.operation = operation;
        this.requestLine = requestLine;
        this.url = url;
        this.headers = headers;
        this.body = body;
        this.pathParameters = Collections.unmodifiableMap(new LinkedHashMap<>(pathParameters));
        this.credentials = Collections.unmodifiableMap(new LinkedHashMap<>(credentials));
    }

    /** Method and path template of the operation; empty for a request of no documented operation. */
    public String operation() {
        return operation;
    }

    /** {@code POST /v2/conversations/c1/end HTTP/1.1}. */
    public String requestLine() {
        return requestLine;
    }

    /** Where it went. */
    public HttpUrl url() {
        return url;
    }

    /** The headers, credentials included. */
    public Headers headers() {
        return headers;
    }

    /** A header's last value, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body in UTF-8; empty if there was none. */
    public String body() {
        return body.utf8();
    }

    /** The body as it came. */
    public ByteString bodyBytes() {
        return body;
    }

    /** The path's parameters by documented name, decoded. */
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    /** The names of the vendor's security schemes whose credential it carried. */
    public Set<String> credentials() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(credentials.keySet()));
    }

    /**
     * Checks a path parameter.
     *
     * @throws AssertionError if it is another one
     */
    public ReceivedRequest withPathParameter(String name, String value) {
        return expect("path parameter " + name, value, pathParameters.get(name));
    }

    /**
     * Checks a query parameter's first value.
     *
     * @throws AssertionError if it is another one
     */
    public ReceivedRequest withQueryParameter(String name, String value) {
        return expect("query parameter " + name, value, url.queryParameter(name));
    }

    /**
     * Checks a header's last value.
     *
     * @throws AssertionError if it is another one
     */
    public ReceivedRequest withHeader(String name, String value) {
        return expect("header " + name, value, headers.get(name));
    }

    /**
     * Checks the body's text.
     *
     * @throws AssertionError if it is another one
     */
    public ReceivedRequest withBody(String text) {
        return expect("body", text, body());
    }

    /**
     * Checks that a credential came, in the place and with the prefix that the vendor documents.
     *
     * @throws AssertionError if none did
     */
    public ReceivedRequest withCredential() {
        if (credentials.isEmpty()) {
            throw new AssertionError(this + ": expected a credential, but it has none");
        }
        return this;
    }

    /**
     * Checks the credential itself. A failure prints neither.
     *
     * @param value without its prefix; {@code user:password} for basic
     * @throws AssertionError if none came, or another one
     */
    public ReceivedRequest withCredential(String value) {
        withCredential();
        if (!credentials.containsValue(Objects.requireNonNull(value, "value"))) {
            throw new AssertionError(this + ": expected another credential for " + credentials.keySet());
        }
        return this;
    }

    /**
     * Checks that no credential of any of the vendor's schemes came.
     *
     * @throws AssertionError if one did
     */
    public ReceivedRequest withoutCredential() {
        if (!credentials.isEmpty()) {
            throw new AssertionError(this + ": expected no credential, but it has " + credentials.keySet());
        }
        return this;
    }

    private ReceivedRequest expect(String what, String expected, @Nullable String actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(this + ": expected " + what + " to be '" + expected + "', but " + found(actual));
        }
        return this;
    }

    private String found(@Nullable String actual) {
        if (actual == null) {
            return "there is none";
        }
        boolean secret = credentials.values().stream().anyMatch(actual::contains);
        return secret ? "it holds a credential, which is not shown" : "it is '" + actual + "'";
    }

    /** {@code POST /v2/conversations/c1/end}, without query, headers and body. */
    @Override
    public String toString() {
        return requestLine.replaceFirst("[ ?].*", "") + " " + url.encodedPath();
    }
}
