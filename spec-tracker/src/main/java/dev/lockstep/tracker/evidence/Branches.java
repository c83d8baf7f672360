package dev.lockstep.tracker.evidence;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a validator has against a value that fits none of several alternatives: what keeps it from the alternative that it comes
 * nearest to, not what it would take to be each of the others.
 */
final class Branches {
    private static final Pattern BRANCH = Pattern.compile("\\.(?:anyOf|oneOf)(?:\\[(\\d+)]|$)");
    /** Of another kind altogether. */
    private static final Set<String> FOREIGN = Set.of("type", "const", "enum");

    private static final int FAR = 100;

    private Branches() {}

    /** Some of these, in their order; never none of some. */
    static List<Error> nearest(List<Error> errors) {
        return nearest(errors, 0);
    }

    /**
     * @param start where in the paths of all of them to begin
     */
    private static List<Error> nearest(List<Error> errors, int start) {
        List<Error> kept = new ArrayList<>();
        Map<String, List<Error>> unions = new LinkedHashMap<>();
        for (Error error : errors) {
            String path = error.getEvaluationPath().toString();
            Matcher matcher = BRANCH.matcher(path);
            if (path.length() > start && matcher.find(start)) {
                unions.computeIfAbsent(path.substring(0, matcher.start()), each -> new ArrayList<>())
                        .add(error);
            } else {
                kept.add(error);
            }
        }
        unions.forEach((prefix, all) -> kept.addAll(chosen(prefix, all)));
        return kept;
    }

    private static List<Error> chosen(String prefix, List<Error> errors) {
        Map<String, List<Error>> branches = new TreeMap<>();
        for (Error error : errors) {
            Matcher matcher = BRANCH.matcher(error.getEvaluationPath().toString());
            if (matcher.find(prefix.length()) && matcher.group(1) != null) {
                branches.computeIfAbsent(matcher.group(), each -> new ArrayList<>())
                        .add(error);
            }
        }
        List<Error> best = errors;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<String, List<Error>> branch : branches.entrySet()) {
            List<Error> own =
                    nearest(branch.getValue(), prefix.length() + branch.getKey().length());
            int distance = own.stream()
                    .mapToInt(error -> FOREIGN.contains(error.getKeyword()) ? FAR : 1)
                    .sum();
            if (distance < least) {
                best = own;
                least = distance;
            }
        }
        return best;
    }
}
