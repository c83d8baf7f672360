package dev.lockstep.tracker.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.source.DocsSite;
import dev.lockstep.tracker.source.Fetcher;
import dev.lockstep.tracker.source.NetworkSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import mockwebserver3.MockResponse;

/**
 * A night: many vendors on one docs site, each with a page of its own, all locked; then a few of them change, cannot be reached
 * or ask for a login, and {@code update} runs unattended.
 */
final class Nightly implements AutoCloseable {
    private final DocsSite site = new DocsSite();
    private final Repository repository;
    private final List<String> vendors = new ArrayList<>();

    /** A vendor for each page, and six more: those to which something happens. */
    Nightly(Path root, List<String> pages) {
        repository = Repository.empty(root);
        repository.network(
                new NetworkSources(new Fetcher(), root.resolve("target/lockstep/fetched"), Repository.CLOCK));
        for (String page : pages) {
            vendor(String.format(Locale.ROOT, "v%02d", vendors.size()), page);
        }
        for (String name : List.of("breaks", "documents", "grows", "login", "offline", "failing")) {
            vendor(name, Repository.page());
        }
    }

    private void vendor(String name, String page) {
        vendors.add(name);
        site.publish(path(name), page);
        repository.write("specs/" + name + "/vendor.yaml", """
                name: %s
                sources:
                  - url: %s
                    file: pages/page.md
                server: https://api.things.test
                client:
                  group: dev.lockstep
                  package: dev.lockstep.vendor.%s
                  className: %sClient
                  version: 1.0.0
                """.formatted(
                name, site.url(path(name)), name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
    }

    private static String path(String vendor) {
        return "/" + vendor + "/page.md";
    }

    Repository repository() {
        return repository;
    }

    DocsSite site() {
        return site;
    }

    /** Locks every vendor. */
    Repository.Run lock() {
        return repository.run("update", "--format", "json");
    }

    /** What happens to the six. */
    void night() {
        String page = Repository.page();
        site.publish(path("documents"), page.replace("Ends a thing.", "Ends a thing for good."));
        site.publish(
                path("grows"),
                page.replace(
                        "properties:\n        id:",
                        "properties:\n        state:\n          type: string\n        id:"));
        site.publish(path("breaks"), page.replace("name: x-api-key", "name: x-other-key"));
        site.answer(
                path("login"),
                new MockResponse.Builder()
                        .addHeader("Content-Type", "text/html; charset=utf-8")
                        .body("<html>Log in</html>")
                        .build());
        site.answer(path("failing"), new MockResponse.Builder().code(503).build());
        site.answer(
                path("offline"),
                new MockResponse.Builder()
                        .onResponseStart(new mockwebserver3.SocketEffect.CloseSocket())
                        .build());
    }

    /** The nightly run. */
    Repository.Run update() {
        return repository.run("update", "--format", "json");
    }

    /** Status by vendor, of those whose status is another than this. */
    static SortedMap<String, String> otherThan(String usual, Repository.Run run) {
        SortedMap<String, String> statuses = new TreeMap<>();
        for (JsonNode vendor : SpecReader.parse(run.out(), "update").root().path("vendors")) {
            if (!vendor.path("status").asText().equals(usual)) {
                statuses.put(
                        vendor.path("vendor").asText(), vendor.path("status").asText());
            }
        }
        return statuses;
    }

    /** The first error of a vendor. */
    String error(Repository.Run run, String vendor) {
        for (JsonNode item : SpecReader.parse(run.out(), "update").root().path("vendors")) {
            if (item.path("vendor").asText().equals(vendor)) {
                return item.path("errors").path(0).asText().replace(site.url("/"), "/");
            }
        }
        return "no such vendor";
    }

    List<String> vendors() {
        return List.copyOf(vendors);
    }

    @Override
    public void close() {
        site.close();
    }
}
