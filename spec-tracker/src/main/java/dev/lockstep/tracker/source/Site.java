package dev.lockstep.tracker.source;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiClient;
import dev.lockstep.client.BinaryBody;
import dev.lockstep.client.ClientBuilder;
import dev.lockstep.client.ClientDefinition;
import dev.lockstep.client.ClientSettings;
import dev.lockstep.client.SecurityScheme;
import dev.lockstep.client.Timing;
import dev.lockstep.tracker.workspace.Access;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * One host's documents, read as any vendor of ours is called: by the runtime's retries, with its pause after a 429 and its rule
 * that a credential goes to this host alone. A few at a time.
 */
final class Site {
    /** At a time, of one host; a docs site should not notice us. */
    private static final int AT_ONCE = 4;

    private final DocumentService service;
    private final boolean isPrivate;
    private final Semaphore slots = new Semaphore(AT_ONCE, true);

    private Site(DocumentService service, boolean isPrivate) {
        this.service = service;
        this.isPrivate = isPrivate;
    }

    /**
     * The site of an address.
     *
     * @param limit of a whole read, repetitions included
     * @param access how it is read where it is not public, or null
     * @param credential its value, or null
     */
    static Site of(
            HttpUrl url,
            OkHttpClient http,
            Timing timing,
            Duration limit,
            @Nullable Access access,
            @Nullable String credential) {
        HttpUrl origin = new HttpUrl.Builder()
                .scheme(url.scheme())
                .host(url.host())
                .port(url.port())
                .build();
        Builder builder = new Builder(
                origin.toString(),
                access == null ? "Authorization" : access.header(),
                access == null ? "" : access.prefix());
        builder.settings(ClientSettings.builder().timing(timing).build())
                .deadline(limit)
                .attemptTimeout(limit)
                .driftListener(event -> {})
                .httpClient(http);
        if (credential != null) {
            builder.access(credential);
        }
        return new Site(builder.build().service(DocumentService.class), access != null);
    }

    /** A call of one document. */
    ApiCall<BinaryBody> read(String url, @Nullable String etag, @Nullable String lastModified, BodyLimit limit) {
        return isPrivate
                ? service.readPrivate(url, etag, lastModified, limit)
                : service.read(url, etag, lastModified, limit);
    }

    /** Waits for one of the few places at this host. */
    void enter() throws InterruptedException {
        slots.acquire();
    }

    /** Gives the place back. */
    void leave() {
        slots.release();
    }

    private static final class Builder extends ClientBuilder<Builder> {
        Builder(String origin, String header, String prefix) {
            super(ClientDefinition.builder("docs", "0.1.1")
                    .baseUrl(origin)
                    .scheme(SecurityScheme.apiKeyHeader(DocumentService.ACCESS, header)
                            .withPrefix(prefix))
                    .services(DocumentService.class)
                    .build());
        }

        Builder access(String value) {
            return credential(DocumentService.ACCESS, value);
        }

        ApiClient build() {
            return buildClient();
        }
    }
}
