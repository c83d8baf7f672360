package dev.lockstep.client.internal;

import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;

/** Where a client may send credentials. */
final class BaseUrls {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private BaseUrls() {}

    /**
     * The base URL, ending in a slash.
     *
     * @throws IllegalArgumentException if credentials may not go there; the message never repeats a password
     */
    static HttpUrl check(String vendor, String text, String locked, Set<String> allowedHosts, Set<String> plainHosts) {
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new IllegalArgumentException("the base URL of " + vendor + " is not an absolute http or https URL");
        }
        String shown = url.scheme() + "://" + url.host();
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new IllegalArgumentException("the base URL of " + vendor + " (" + shown
                    + ") holds a user name or password; credentials belong into the client's builder");
        }
        if (url.query() != null || url.fragment() != null) {
            throw new IllegalArgumentException(
                    "the base URL of " + vendor + " (" + shown + ") has a query or fragment; remove it");
        }
        boolean loopback = LOOPBACK.contains(url.host());
        boolean plain = contains(plainHosts, url.host());
        if (!url.isHttps() && !loopback && !plain) {
            throw new IllegalArgumentException("the base URL of " + vendor + " (" + shown
                    + ") is not https: credentials would travel in the clear. Use https, or allowHttp(\"" + url.host()
                    + "\") if you own that way");
        }
        HttpUrl documented = HttpUrl.get(locked);
        if (!url.host().equals(documented.host()) && !loopback && !plain && !contains(allowedHosts, url.host())) {
            throw new IllegalArgumentException("the base URL of " + vendor + " (" + shown
                    + ") is another host than the documented " + documented.host()
                    + ": credentials would go there. Agree with allowHost(\"" + url.host() + "\")");
        }
        return url.encodedPath().endsWith("/")
                ? url
                : url.newBuilder().addPathSegment("").build();
    }

    private static boolean contains(Set<String> hosts, String host) {
        return hosts.stream()
                .map(allowed ->
                        allowed.toLowerCase(Locale.ROOT).replace("[", "").replace("]", ""))
                .anyMatch(host::equals);
    }
}
