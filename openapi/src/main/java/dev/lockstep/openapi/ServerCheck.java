package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers of a document. What is plainly an attack is refused; what a client cannot use by itself (no https, a relative
 * address, a variable without default) is a finding, and the user gives the base URL.
 */
public final class ServerCheck {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern URL =
            Pattern.compile("(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=\\[\\]-]|%[0-9A-Fa-f]{2}|\\{[A-Za-z0-9._ -]{1,100}})*+");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");

    /** https, a host name or an address, a port, a path; no user, query or fragment. */
    private static final Pattern BASE = Pattern.compile(
            "https://([A-Za-z0-9][A-Za-z0-9.-]{0,252})(?::[0-9]{1,5})?" + "(?:/[A-Za-z0-9._~!$&'()*+,;=:@-]*)*+");

    private final SpecDocument document;
    private final List<Diagnostic> diagnostics;

    ServerCheck(SpecDocument document, List<Diagnostic> diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /**
     * The base URL of a client: the first server of the document that is an absolute https URL once the defaults of its
     * variables are put in.
     *
     * @return empty when there is none; the user of the client then has to give one
     */
    public static Optional<String> baseUrl(SpecDocument document) {
        return baseUrls(document.root().path("servers")).stream().findFirst();
    }

    /** The servers of a list that are absolute https URLs, with the defaults of their variables and no slash at the end. */
    public static List<String> baseUrls(JsonNode servers) {
        List<String> urls = new ArrayList<>();
        for (JsonNode server : servers) {
            String url = substituted(server);
            if (BASE.matcher(url).matches() && !isMetadata(url)) {
                urls.add(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            }
        }
        return urls;
    }

    void check(ObjectNode server, PointerTrail place) {
        String url = server.path("url").asText("");
        String at = place.child("url").pointer();
        if (!URL.matcher(url).matches()) {
            throw document.refusal(at, "the server " + Quote.of(url) + " is no URL");
        }
        Matcher scheme = SCHEME.matcher(url);
        if (scheme.matches()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            boolean hostAndPort = url.matches("[A-Za-z0-9.-]+:[0-9]{1,5}(/.*)?");
            if (!hostAndPort && !List.of("http", "https", "ws", "wss").contains(name)) {
                throw document.refusal(at, "the server " + Quote.of(url) + " is not reached by HTTP");
            }
        }
        String filled = substituted(server);
        if (filled.matches("(?:[A-Za-z]+:)?//[^/?#]*@.*")) {
            throw document.refusal(
                    at, "the server " + Quote.of(url) + " carries a user name; credentials are no part of it");
        }
        if (isMetadata(filled)) {
            throw document.refusal(at, "the server " + Quote.of(url) + " is a machine's own metadata service");
        }
        if (!BASE.matcher(filled).matches()) {
            diagnostics.add(Diagnostic.warning(
                    document.place(at),
                    "the server " + Quote.of(url) + " is no absolute https URL; it is never a client's base URL"));
        }
    }

    private static boolean isMetadata(String url) {
        return url.matches("(?i)(?:[a-z]+:)?//(?:169\\.254\\.|\\[?fe80:|\\[?fd00:ec2:|metadata\\.google\\.internal).*");
    }

    private static String substituted(JsonNode server) {
        return substituted(server, false);
    }

    /**
     * The address of a Server Object with the defaults of its variables put in, once: braces in a default stay what they are.
     * A variable that is not declared stays.
     *
     * @param empty whether a declared variable with an empty default, or none, vanishes; else it stays too
     */
    public static String substituted(JsonNode server, boolean empty) {
        String url = server.path("url").asText("");
        JsonNode variables = server.path("variables");
        StringBuilder filled = new StringBuilder();
        Matcher variable = VARIABLE.matcher(url);
        while (variable.find()) {
            String name = variable.group(1);
            String value = variables.path(name).path("default").asText("");
            boolean stays = value.isEmpty() && !(empty && variables.has(name));
            variable.appendReplacement(filled, Matcher.quoteReplacement(stays ? variable.group() : value));
        }
        return variable.appendTail(filled).toString();
    }
}
