package dev.lockstep.generator.render;

import dev.lockstep.generator.names.JavaNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A documented path as Retrofit and the runtime want it: below the base URL, with placeholders that Retrofit accepts. */
final class PathTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern ACCEPTED = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

    private PathTemplate() {}

    static String relative(String path) {
        Matcher matcher = PLACEHOLDER.matcher(path);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement("{" + placeholder(matcher.group(1)) + "}"));
        }
        matcher.appendTail(text);
        String relative = text.substring(text.length() > 0 && text.charAt(0) == '/' ? 1 : 0);
        String first = relative.split("/", 2)[0];
        // Retrofit takes a first segment with a colon for a scheme, also one from a value, and an empty path for none.
        // The runtime puts a path with a leading slash below the base URL; Retrofit refuses "./" before a value.
        return first.isEmpty() || first.contains(":") || first.contains("{") ? "/" + relative : relative;
    }

    static String placeholder(String name) {
        return ACCEPTED.matcher(name).matches() ? name : JavaNames.member(name);
    }
}
