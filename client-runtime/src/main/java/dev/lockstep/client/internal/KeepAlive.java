package dev.lockstep.client.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** The {@code Keep-Alive} header (RFC 2068, 19.7.1.1), with which a server says how long it keeps an idle connection. */
final class KeepAlive {
    /** Node closes after 5 s, and nothing that is common closes sooner. */
    static final Duration UNSAID = Duration.ofSeconds(4);

    /** What a request may be on its way when the server's time is up. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Pattern TIMEOUT =
            Pattern.compile("(?:^|[,;\\s])timeout\\s{0,9}=\\s{0,9}\"?([0-9]{1,9})", Pattern.CASE_INSENSITIVE);

    private KeepAlive() {}

    /** For how long a connection may be idle and still be used; zero if it must not be. Of several times the shortest. */
    static Duration limit(Headers headers) {
        return headers.values("Keep-Alive").stream()
                .flatMap(value -> TIMEOUT.matcher(value).results())
                .map(timeout -> Duration.ofSeconds(Long.parseLong(timeout.group(1))))
                .min(Comparator.naturalOrder())
                .map(said -> said.minus(MARGIN))
                .map(left -> left.isNegative() ? Duration.ZERO : left)
                .orElse(UNSAID);
    }
}
