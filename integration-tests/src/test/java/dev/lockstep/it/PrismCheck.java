package dev.lockstep.it;

import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.Config;
import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.RetryPolicy;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.Ended;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Ends a conversation at each of the five operations of servers that Prism runs from the locked specs, then asks for each
 * documented error. Prism judges the requests, this judges the answers: the right result, the right typed exception, no
 * drift, no violation reported.
 *
 * <p>Works in front of {@code prism mock SPEC --errors} and of {@code prism proxy SPEC UPSTREAM --errors}.
 */
public final class PrismCheck {
    private static final String VIOLATIONS = "sl-violations";

    private final List<DriftEvent> drift = new CopyOnWriteArrayList<>();
    private final List<String> mismatches = new ArrayList<>();
    private final Map<String, String> configuration;
    private final PrintStream out;

    private PrismCheck(Map<String, String> configuration, PrintStream out) {
        this.configuration = configuration;
        this.out = out;
    }

    /**
     * Exits 0 if all is as documented, 1 on any mismatch, 2 on wrong arguments.
     *
     * @param args one {@code vendor=base URL} for each vendor
     */
    public static void main(String[] args) {
        Map<String, String> urls = new TreeMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            urls.put(equals < 0 ? arg : arg.substring(0, equals), equals < 0 ? "" : arg.substring(equals + 1));
        }
        if (!List.copyOf(urls.keySet()).equals(Documented.VENDORS) || urls.containsValue("")) {
            System.err.println("usage: PrismCheck anyreach=URL hamsa=URL openhands=URL tavus=URL");
            System.exit(2);
        }
        Map<String, String> configuration = new TreeMap<>();
        urls.forEach((vendor, url) -> {
            configuration.put(vendor + ".base-url", url);
            configuration.put(Documented.credentialName(vendor), "prism-key");
        });
        System.exit(new PrismCheck(configuration, System.out).run() ? 0 : 1);
    }

    private boolean run() {
        int ended = 0;
        int errors = 0;
        for (Documented operation : Documented.values()) {
            ended += report(operation, 200, success(operation));
            for (int status : operation.errors) {
                errors += report(operation, status, error(operation, status));
            }
        }
        drift.forEach(event -> mismatches.add("drift: " + event));
        out.printf(
                "Prism: %d of %d operations ended a conversation, %d documented errors typed, %d mismatches%n",
                ended, Documented.values().length, errors, mismatches.size());
        mismatches.forEach(mismatch -> out.println("mismatch: " + mismatch));
        return mismatches.isEmpty();
    }

    private @Nullable String success(Documented operation) {
        try {
            Ended<?> ended = conversations(200).end(operation.target);
            return violations(ended.response().headers());
        } catch (IOException e) {
            return describe(e);
        }
    }

    private @Nullable String error(Documented operation, int status) {
        try {
            conversations(status).end(operation.target);
            return "a success";
        } catch (ApiStatusException e) {
            boolean right = e.status() == status && e.getClass() == Documented.exception(status);
            return right ? violations(e.headers()) : describe(e);
        } catch (IOException e) {
            return describe(e);
        }
    }

    /** 1 if the answer was right, that is, if there is no problem. */
    private int report(Documented operation, int status, @Nullable String problem) {
        String line = operation.vendor() + " " + operation.target.operation() + " " + status;
        out.println((problem == null ? "ok    " : "WRONG ") + line);
        if (problem != null) {
            mismatches.add(line + ": " + problem);
        }
        return problem == null ? 1 : 0;
    }

    /** Conversations that ask Prism for this status with a header, through an interceptor as a user would add one. */
    private Conversations conversations(int status) {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Prefer", "code=" + status)
                        .build()))
                .build();
        return Conversations.builder()
                .config(Config.of(configuration))
                .retry(RetryPolicy.none())
                .httpClient(client)
                .driftListener(drift::add)
                .build();
    }

    private static @Nullable String violations(Headers headers) {
        return headers.get(VIOLATIONS);
    }

    private static String describe(IOException e) {
        String body = e instanceof ApiStatusException status ? " " + status.rawBody() : "";
        return (e instanceof ApiException ? "" : "not an ApiException: ") + e + body;
    }
}
