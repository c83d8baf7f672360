package dev.lockstep.generator.render;

import dev.lockstep.generator.names.JavaNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A documented path as Retrofit wants it: relative to the base URL, with placeholders that it accepts. */
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
        int slash = relative.indexOf('/');
        String first = slash < 0 ? relative : relative.substring(0, slash);
        // A first segment with a colon would be read as a scheme, and an empty path as no path.
        return first.isEmpty() || first.contains(":") || first.contains("{") ? "./" + relative : relative;
    }

    static String placeholder(String name) {
        return ACCEPTED.matcher(name).matches() ? name : JavaNames.member(name);
    }
}
