package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What becomes part of a request must follow the grammar of its place; anything else is an attack or a mistake. */
final class Grammars {
    private static final String UNRESERVED = "A-Za-z0-9._~\\-";
    private static final String PCHAR = UNRESERVED + "!$&'()*+,;=:@<>";
    private static final String NAME = "[" + UNRESERVED + "!$&'()*+,;:@|\\[\\] ]{1,200}";
    private static final String ESCAPE = "%[0-9A-Fa-f]{2}";

    /** A literal character, an escaped octet, or a variable. */
    private static final String PATH_PART = "(?:[" + PCHAR + "]|" + ESCAPE + "|\\{" + NAME + "\\})";

    /** A fixed query, and the fragment by which some documents tell operations on one path apart. */
    private static final Pattern PATH = Pattern.compile("(?:/" + PATH_PART + "*+)++"
            + "(?:\\?[" + UNRESERVED + "]++=[" + UNRESERVED + ",:]*+(?:&[" + UNRESERVED + "]++=[" + UNRESERVED
            + ",:]*+)*+)?+"
            + "(?:#[" + UNRESERVED + "/]++)?+");

    /** RFC 9110, section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");

    private static final String MEDIA_NAME = "[A-Za-z0-9!#$&^_.+*-]{1,127}";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            MEDIA_NAME + "/" + MEDIA_NAME
                    + "(?: *; *[A-Za-z0-9!#$&^_.+-]{1,60}=(?:[A-Za-z0-9!#$&^_.+:/-]{1,200}|\"[A-Za-z0-9 !#$&^_.+:/;,=-]{0,200}\"))*+;? *");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]{1,40}");
    private static final Pattern URL_TEXT =
            Pattern.compile("(?:[" + UNRESERVED + ":/?#@!$&'()*+,;=\\[\\]{}]|" + ESCAPE + ")*+");
    private static final Pattern QUERY_KEY = Pattern.compile("[" + UNRESERVED + "$@:!\\[\\]]{1,200}");

    /** Set from the body and the URL, by the HTTP library alone. */
    private static final Set<String> FRAMING = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "cookie",
            "te",
            "trailer",
            "upgrade",
            "expect");

    /** OpenAPI 3, parameter object: definitions with these names shall be ignored. */
    private static final Set<String> DESCRIBED_ELSEWHERE = Set.of("accept", "content-type", "authorization");

    private final SpecDocument document;
    private final List<Diagnostic> diagnostics;
    private final ServerCheck servers;

    Grammars(SpecDocument document, List<Diagnostic> diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.servers = new ServerCheck(document, diagnostics);
    }

    /** Checks the name that a map gives to an entry. */
    void checkName(Kind kind, String name, PointerTrail place) {
        if (kind == Kind.PATH_ITEM && isPath(place)) {
            path(name, place);
        } else if (kind == Kind.MEDIA_TYPE && !MEDIA_TYPE.matcher(name).matches()) {
            throw document.refusal(
                    place.pointer(), "the media type " + Quote.of(name) + " is not of the form type/subtype");
        }
    }

    /** Whether an entry of a content map is plainly not meant as a media type: a word such as {@code examples}. */
    boolean isStray(Kind kind, String name, PointerTrail place) {
        boolean stray = kind == Kind.MEDIA_TYPE && WORD.matcher(name).matches();
        if (stray) {
            diagnostics.add(Diagnostic.warning(
                    document.place(place.pointer()), Quote.of(name) + " is no media type; it was left out"));
        }
        return stray;
    }

    /** Checks an object's own fields. */
    void check(Kind kind, ObjectNode node, PointerTrail place) {
        switch (kind) {
            case PARAMETER -> parameter(node, place);
            case SECURITY_SCHEME -> securityScheme(node, place);
            case FLOW -> flow(node, place);
            case SERVER -> servers.check(node, place);
            case ENCODING -> encoding(node, place);
            case DISCRIMINATOR -> discriminator(node, place);
            default -> {}
        }
    }

    private static boolean isPath(PointerTrail place) {
        PointerTrail parent = place.parent();
        return parent != null
                && parent.token().equals("paths")
                && parent.parent() != null
                && parent.parent().parent() == null;
    }

    private void path(String path, PointerTrail place) {
        if (!path.startsWith("/")) {
            throw document.refusal(place.pointer(), "the path " + Quote.of(path) + " does not begin with /");
        }
        if (!PATH.matcher(path).matches()) {
            throw document.refusal(
                    place.pointer(),
                    "the path " + Quote.of(path) + " has characters that no path has; write them percent-encoded");
        }
        String decoded = path.replaceAll("(?i)%2e", ".");
        for (String segment : decoded.split("[?#]", 2)[0].split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                throw document.refusal(
                        place.pointer(),
                        "the path " + Quote.of(path) + " has the segment " + segment + ", which climbs");
            }
        }
        if (path.contains("//")) {
            throw document.refusal(place.pointer(), "the path " + Quote.of(path) + " has an empty segment (//)");
        }
    }

    private void parameter(ObjectNode node, PointerTrail place) {
        String name = node.path("name").asText("");
        String in = node.path("in").asText("");
        if ((in.equals("header") || in.equals("cookie")) && !TOKEN.matcher(name).matches()) {
            throw document.refusal(
                    place.child("name").pointer(),
                    "the " + in + " name " + Quote.of(name) + " is no token of RFC 9110, section 5.6.2");
        }
    }

    /** Whether OpenAPI ignores a header parameter, because other fields describe the header. */
    static boolean isDescribedElsewhere(String header) {
        return DESCRIBED_ELSEWHERE.contains(header.toLowerCase(Locale.ROOT));
    }

    /** Whether a header belongs to the HTTP connection. */
    static boolean isFraming(String header) {
        return FRAMING.contains(header.toLowerCase(Locale.ROOT));
    }

    private void securityScheme(ObjectNode node, PointerTrail place) {
        if (!node.path("type").asText("").equals("apiKey")) {
            return;
        }
        String name = node.path("name").asText("");
        String in = node.path("in").asText("");
        if (name.isEmpty() || in.isEmpty()) {
            diagnostics.add(new Diagnostic(
                    Diagnostic.Level.ERROR,
                    document.place(place.pointer()),
                    "the API key says not " + (name.isEmpty() ? "what it is called" : "where it goes")));
            return;
        }
        boolean valid = in.equals("query")
                ? QUERY_KEY.matcher(name).matches()
                : TOKEN.matcher(name).matches();
        if (!valid) {
            throw document.refusal(
                    place.child("name").pointer(), "the API key's name " + Quote.of(name) + " is no " + in + " name");
        }
        if (in.equals("header") && isFraming(name)) {
            throw document.refusal(
                    place.child("name").pointer(),
                    "an API key in the header " + name + ", which belongs to the HTTP connection");
        }
    }

    private void flow(ObjectNode node, PointerTrail place) {
        for (String field : List.of("authorizationUrl", "tokenUrl", "refreshUrl")) {
            JsonNode url = node.path(field);
            if (url.isTextual() && !URL_TEXT.matcher(url.textValue()).matches()) {
                throw document.refusal(
                        place.child(field).pointer(), field + " " + Quote.of(url.textValue()) + " is no URL");
            }
        }
    }

    private void encoding(ObjectNode node, PointerTrail place) {
        JsonNode types = node.path("contentType");
        if (!types.isTextual()) {
            return;
        }
        for (String type : types.textValue().split(",", -1)) {
            if (!MEDIA_TYPE.matcher(type.strip()).matches()) {
                throw document.refusal(
                        place.child("contentType").pointer(),
                        "the media type " + Quote.of(type.strip()) + " is not of the form type/subtype");
            }
        }
    }

    private void discriminator(ObjectNode node, PointerTrail place) {
        if (!(node.get("mapping") instanceof ObjectNode mapping)) {
            return;
        }
        for (var entry : List.copyOf(mapping.properties())) {
            String to = entry.getValue().asText("");
            boolean named = document.root().path("components").path("schemas").has(to);
            String at = place.child("mapping").child(entry.getKey()).pointer();
            if (!named && !to.startsWith("#") && (to.contains("/") || to.contains(":") || to.contains("."))) {
                throw document.refusal(
                        at,
                        "the mapping to " + Quote.of(to)
                                + " leads out of the document; only references that begin with #/ are followed");
            }
            if (to.startsWith("#") && isBroken(to)) {
                diagnostics.add(Diagnostic.warning(
                        document.place(at), "the mapping to " + Quote.of(to) + " leads nowhere; it was left out"));
                mapping.remove(entry.getKey());
            }
        }
    }

    private boolean isBroken(String reference) {
        return Pointer.ofReference(reference)
                .map(pointer -> document.at(pointer).isMissingNode())
                .orElse(true);
    }
}
