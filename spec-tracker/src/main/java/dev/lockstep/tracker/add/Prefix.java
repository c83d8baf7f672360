package dev.lockstep.tracker.add;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.canonical.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word before an API key that stands in the scheme's description alone, as {@code Authorization: Token <key>}.
 *
 * @param scheme its name
 * @param word without its space
 * @param evidence the description
 */
record Prefix(String scheme, String word, String evidence) {
    private static final Pattern HEADER = Pattern.compile(
            "Authorization[`'\"]?\\s*[:=]\\s*[`'\"]?([A-Za-z][A-Za-z-]{1,19})\\s+[`'\"]?[<{\\[$A-Za-z]");
    private static final Pattern WORD = Pattern.compile(
            "(?:put|add|include|use|with|prefix(?:ed)?(?: with| by)?)\\s+(?:the\\s+)?[`'\"]?(Token|Bearer|ApiKey|Api-Key|Key)[`'\"]?"
                    + "\\s+(?:keyword|prefix|word|before)");

    private static final Set<String> NO_WORDS = Set.of("the", "your", "an", "must", "should", "is", "with", "use");

    /** The prefixes that a document's schemes speak of. */
    static List<Prefix> of(JsonNode root) {
        List<Prefix> prefixes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> scheme :
                root.path("components").path("securitySchemes").properties()) {
            JsonNode value = scheme.getValue();
            String description = value.path("description").asText("").strip().replaceAll("\\s+", " ");
            boolean header = value.path("type").asText().equals("apiKey")
                    && value.path("in").asText().equals("header")
                    && value.path("name").asText().equalsIgnoreCase("Authorization");
            Matcher stated = HEADER.matcher(description);
            Matcher told = WORD.matcher(description);
            if (header && stated.find() && !NO_WORDS.contains(stated.group(1).toLowerCase(Locale.ROOT))) {
                prefixes.add(new Prefix(scheme.getKey(), stated.group(1), description));
            } else if (header && told.find()) {
                prefixes.add(new Prefix(scheme.getKey(), told.group(1), description));
            }
        }
        return prefixes;
    }

    /** An overlay that says so, with the descriptions as its evidence. */
    static String overlay(String vendor, List<Prefix> prefixes) {
        ObjectNode overlay = JsonNodeFactory.instance.objectNode();
        overlay.put("overlay", "1.0.0");
        overlay.putObject("info")
                .put("title", "What the documents of " + vendor + " say only in prose")
                .put("version", "1.0.0");
        ArrayNode actions = overlay.putArray("actions");
        for (Prefix prefix : prefixes) {
            ObjectNode action = actions.addObject();
            action.put(
                    "target",
                    "$.components.securitySchemes['"
                            + prefix.scheme().replace("\\", "\\\\").replace("'", "\\'") + "']");
            action.put("description", "The key is sent behind a word that stands in the scheme's description alone.");
            action.putObject("update")
                    .put("x-lockstep-auth-prefix", prefix.word() + " ")
                    .put("x-lockstep-evidence", prefix.evidence());
        }
        return YamlWriter.write(overlay);
    }
}
