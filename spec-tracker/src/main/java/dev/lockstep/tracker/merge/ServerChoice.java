package dev.lockstep.tracker.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecOperation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides the one base URL of a vendor. The vendor's first usable server counts, or the one that {@code vendor.yaml} picks among
 * them; where the vendor publishes none that is usable, {@code vendor.yaml} gives it.
 */
public final class ServerChoice {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * The choice.
     *
     * @param url without a trailing slash
     * @param notes what a person should know about it
     */
    public record Choice(String url, List<Diagnostic> notes) {}

    private ServerChoice() {}

    /**
     * Moves the servers of all operations up into the one chosen base URL of the spec.
     *
     * @param root merged, with servers at the operations; changed in place
     * @param configured the server of {@code vendor.yaml}, or null
     * @param place what to name in messages
     * @throws SpecException when no server can be chosen, or operations are served at several
     */
    public static Choice apply(ObjectNode root, @Nullable String configured, String place) {
        Set<String> published = new LinkedHashSet<>();
        List<String> rejected = new ArrayList<>();
        for (ObjectNode operation : operations(root)) {
            for (JsonNode server : operation.path("servers")) {
                String url = trimmed(server.path("url").asText());
                String reason = unusable(url);
                if (reason == null) {
                    published.add(url);
                } else if (!rejected.contains(url + " (" + reason + ")")) {
                    rejected.add(url + " (" + reason + ")");
                }
            }
        }
        List<Diagnostic> notes = new ArrayList<>();
        String chosen = choose(published, rejected, configured, place, notes);
        for (ObjectNode operation : operations(root)) {
            elsewhere(operation, chosen, published.contains(chosen), place);
            operation.remove("servers");
        }
        root.putArray("servers").addObject().put("url", chosen);
        return new Choice(chosen, List.copyOf(notes));
    }

    private static String choose(
            Set<String> published,
            List<String> rejected,
            @Nullable String configured,
            String place,
            List<Diagnostic> notes) {
        String own = configured == null ? null : trimmed(configured);
        if (own != null && (published.contains(own) || published.isEmpty())) {
            String reason = unusable(own);
            if (reason != null) {
                throw new SpecException(place, 0, "#/server", "server: " + own + " cannot be used: " + reason);
            }
            return own;
        }
        if (published.isEmpty()) {
            throw new SpecException(
                    place,
                    0,
                    "#/server",
                    (rejected.isEmpty()
                                    ? "the vendor publishes no server"
                                    : "none of the vendor's servers can be used: " + String.join(", ", rejected))
                            + "; write the base URL as server: https://…");
        }
        String first = published.iterator().next();
        if (own != null) {
            notes.add(Diagnostic.warning(
                    place,
                    "server: " + own + " is no longer among the servers that the vendor publishes ("
                            + String.join(", ", published) + "); " + first + " takes its place"));
        }
        return first;
    }

    /** One client has one base URL; an operation that lives elsewhere would be sent to the wrong host. */
    private static void elsewhere(ObjectNode operation, String chosen, boolean isPublished, String place) {
        List<String> usable = new ArrayList<>();
        for (JsonNode server : operation.path("servers")) {
            String url = trimmed(server.path("url").asText());
            if (unusable(url) == null) {
                usable.add(url);
            }
        }
        if (isPublished && !usable.isEmpty() && !usable.contains(chosen)) {
            throw new SpecException(
                    place,
                    0,
                    "#/server",
                    "operations are served at several addresses, " + chosen + " and " + usable.get(0)
                            + "; track them as two vendors");
        }
    }

    private static List<ObjectNode> operations(ObjectNode root) {
        return SpecOperation.all(SpecDocument.of(root)).stream()
                .map(operation -> (ObjectNode) operation.node().value())
                .toList();
    }

    private static String trimmed(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Why an address cannot be a base URL, or null. */
    private static @Nullable String unusable(String url) {
        if (url.indexOf('{') >= 0) {
            return "it has variables";
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return "it is no URL";
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (host.isEmpty()
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            return "it is no plain absolute URL";
        }
        if (LOOPBACK.contains(host)) {
            return "it is on this machine";
        }
        return scheme.equals("https") ? null : "it is not https";
    }
}
