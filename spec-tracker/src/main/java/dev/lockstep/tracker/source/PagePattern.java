package dev.lockstep.tracker.source;

import java.util.List;
import java.util.regex.Pattern;

/** Patterns of paths, as {@code vendor.yaml} writes them: {@code *} within a segment, {@code **} across segments. */
final class PagePattern {
    private final List<Pattern> patterns;

    PagePattern(List<String> globs) {
        this.patterns = globs.stream().map(PagePattern::compiled).toList();
    }

    /** Whether a path fits one of the patterns; every path does where there is none. */
    boolean fits(String path) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static Pattern compiled(String glob) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < glob.length()) {
            if (glob.startsWith("**", at)) {
                regex.append(".*");
                at += 2;
            } else if (glob.charAt(at) == '*') {
                regex.append("[^/]*");
                at++;
            } else {
                regex.append(Pattern.quote(glob.substring(at, at + 1)));
                at++;
            }
        }
        return Pattern.compile(regex.toString());
    }
}
