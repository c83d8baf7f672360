package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import java.util.Locale;

/** A security scheme, reduced to what a request carries. */
record ComparedScheme(String name, Node node) {

    /** Equal for schemes that make a client send the same thing, whatever they are called. */
    String signature() {
        return switch (node.text("type", "")) {
            case "apiKey" -> {
                String in = node.text("in", "");
                String key = node.text("name", "");
                yield "apiKey " + in + " " + (in.equals("header") ? key.toLowerCase(Locale.ROOT) : key) + prefix();
            }
            case "http" -> "http " + node.text("scheme", "").toLowerCase(Locale.ROOT) + prefix();
            case "openIdConnect" -> "openIdConnect " + node.text("openIdConnectUrl", "");
            case "" -> "unknown " + name;
            default -> node.text("type", "");
        };
    }

    private String prefix() {
        String prefix = node.text("x-lockstep-auth-prefix", "");
        return prefix.isEmpty() ? "" : " prefix " + prefix.strip();
    }

    /** How messages name it. */
    String label() {
        String prefix = prefix();
        return switch (node.text("type", "")) {
            case "apiKey" -> "the key in " + node.text("in", "") + " " + node.text("name", "") + prefix;
            case "http" -> "http " + node.text("scheme", "") + prefix;
            case "oauth2", "openIdConnect" -> name + " (" + node.text("type", "") + ")";
            default -> name;
        };
    }
}
