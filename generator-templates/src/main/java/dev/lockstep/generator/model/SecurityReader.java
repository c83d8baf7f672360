package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.generator.names.SymbolTable;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads security schemes and what each operation requires of them. */
final class SecurityReader {
    private static final Set<String> BUILDER = Set.of(
            "baseUrl",
            "allowHost",
            "allowHttp",
            "settings",
            "config",
            "retry",
            "deadline",
            "attemptTimeout",
            "operation",
            "httpClient",
            "driftListener",
            "callListener",
            "credential",
            "basicCredential",
            "build",
            "buildClient",
            "self",
            "notify",
            "wait",
            "toString",
            "hashCode",
            "equals",
            "getClass",
            "clone",
            "finalize",
            "notifyAll");

    private final SpecDocument document;
    private final List<Diagnostic> diagnostics;
    private final Map<String, SchemeModel> schemes = new LinkedHashMap<>();
    private final Set<String> byTls = new HashSet<>();

    SecurityReader(SpecDocument document, Map<String, String> suffixes, List<Diagnostic> diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
        read(suffixes);
    }

    List<SchemeModel> schemes() {
        return List.copyOf(schemes.values());
    }

    /** Lower-case names under which credentials travel: properties of these names are masked. */
    Set<String> secretNames() {
        Set<String> names = new HashSet<>();
        for (SchemeModel scheme : schemes.values()) {
            if (!scheme.parameter().isEmpty()) {
                names.add(scheme.parameter().toLowerCase(Locale.ROOT));
            }
            if (scheme.kind().named()) {
                names.add(scheme.name().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private void read(Map<String, String> suffixes) {
        String pointer = "#/components/securitySchemes";
        JsonNode all = document.at(pointer);
        Map<String, String> chosen = new LinkedHashMap<>();
        all.properties().forEach(entry -> chosen.put(entry.getKey(), suffix(entry.getKey(), all, suffixes)));
        SymbolTable methods = new SymbolTable(false, BUILDER);
        chosen.forEach((scheme, suffix) -> methods.want(scheme, JavaNames.member(suffix)));
        Map<String, String> names = methods.assign();
        chosen.forEach((name, suffix) -> {
            Node place = Node.at(document, Pointer.child(pointer, name)).resolved();
            SchemeModel scheme = scheme(name, place, suffix, names.getOrDefault(name, name));
            if (scheme == null) {
                byTls.add(name);
            } else {
                schemes.put(name, scheme);
            }
        });
    }

    private static String suffix(String name, JsonNode all, Map<String, String> suffixes) {
        String given = suffixes.get(name);
        if (given != null) {
            return given;
        }
        JsonNode scheme = all.path(name);
        if (all.size() > 1) {
            return JavaNames.kebab(name);
        }
        return switch (scheme.path("type").asText("")) {
            case "apiKey" -> "api-key";
            case "http" -> scheme.path("scheme").asText("").equalsIgnoreCase("basic") ? "basic" : "token";
            default -> "token";
        };
    }

    private @Nullable SchemeModel scheme(String name, Node place, String suffix, String method) {
        String description = place.text("description");
        Docs docs = new Docs(null, description.isBlank() ? null : description, false);
        String prefix =
                place.value().path("x-lockstep-auth-prefix").isTextual() ? place.text("x-lockstep-auth-prefix") : null;
        switch (place.text("type")) {
            case "apiKey" -> {
                SchemeModel.Kind kind = switch (place.text("in")) {
                    case "query" -> SchemeModel.Kind.API_KEY_QUERY;
                    case "cookie" -> SchemeModel.Kind.API_KEY_COOKIE;
                    default -> SchemeModel.Kind.API_KEY_HEADER;
                };
                return new SchemeModel(name, kind, place.text("name"), prefix, suffix, method, docs);
            }
            case "http" -> {
                String scheme = place.text("scheme");
                if (scheme.equalsIgnoreCase("basic")) {
                    return new SchemeModel(name, SchemeModel.Kind.BASIC, "", null, suffix, method, docs);
                }
                if (!scheme.equalsIgnoreCase("bearer")) {
                    warn(place, "the caller gives the whole Authorization header of the HTTP scheme '" + scheme + "'");
                    return new SchemeModel(
                            name, SchemeModel.Kind.API_KEY_HEADER, "Authorization", prefix, suffix, method, docs);
                }
            }
            case "mutualTLS" -> {
                return null;
            }
            default -> {
                // oauth2 and openIdConnect: the caller gets the token, the client sends it
            }
        }
        return new SchemeModel(name, SchemeModel.Kind.BEARER, "", null, suffix, method, docs);
    }

    /** The alternatives that hold for an operation: its own, or the document's. */
    List<List<String>> requirements(SpecOperation operation) {
        Node list = operation.requirements();
        List<List<String>> alternatives = new ArrayList<>();
        for (JsonNode alternative : list.value()) {
            List<String> together = new ArrayList<>();
            boolean known = true;
            for (Map.Entry<String, JsonNode> entry : alternative.properties()) {
                if (schemes.containsKey(entry.getKey())) {
                    together.add(entry.getKey());
                } else if (!byTls.contains(entry.getKey())) {
                    known = false;
                    undefined(entry.getKey(), list);
                    together.add(entry.getKey());
                }
            }
            if (known || !together.isEmpty()) {
                alternatives.add(together);
            }
        }
        return alternatives;
    }

    /** A scheme that is required and not defined: the caller may still give a token for it. */
    private void undefined(String name, Node place) {
        warn(place, "security scheme '" + name + "' is not defined; it is sent as a bearer token");
        Set<String> taken = new HashSet<>(BUILDER);
        schemes.values().forEach(scheme -> taken.add(scheme.method()));
        SymbolTable methods = new SymbolTable(false, taken);
        methods.want(name, JavaNames.member(name));
        String method = new HashMap<>(methods.assign()).getOrDefault(name, name);
        schemes.put(
                name,
                new SchemeModel(name, SchemeModel.Kind.BEARER, "", null, JavaNames.kebab(name), method, Docs.NONE));
    }

    private void warn(Node place, String message) {
        diagnostics.add(Diagnostic.warning(document.place(place.pointer()), message));
    }
}
