package dev.lockstep.tracker.evidence;

import dev.lockstep.tracker.compare.Finding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What does not work when the old client meets the new document.
 *
 * @param where which part of which message: {@code answer 200}, {@code request body}, {@code query parameter limit}
 * @param path JSON path in it, {@code $} for the whole; every element of a list is {@code [*]}
 * @param reason what is wrong there, as the end of a sentence
 */
public record Failure(String where, String path, String reason) implements Comparable<Failure> {
    /** What a validator says of a property that it misses or refuses. */
    private static final Pattern PROPERTY = Pattern.compile("property '([^']+)'");

    public Failure {
        path = path.replaceAll("\\[\\d+]", "[*]");
    }

    /** Whether a finding of the operation, or of the whole API, says what does not work here. */
    boolean isExplainedBy(Finding finding) {
        String id = finding.id();
        if (id.equals(JoinedVerdict.FAILED)) {
            return true;
        }
        return switch (where.split(" ", 2)[0]) {
            case "operation" -> id.equals("operation-removed");
            case "credentials" -> id.startsWith("security-");
            case "server" -> id.startsWith("server-");
            default ->
                (finding.subject().matches(subject()) && isNear(finding))
                        || (where.contains(" parameter ") && (isRenaming(finding) || id.startsWith("security-")));
        };
    }

    /** What findings of the same part of the same message are about, as an expression. */
    private String subject() {
        if (where.startsWith("answer")) {
            String status = where.replaceFirst("answer ?", "");
            String first = status.isEmpty() ? "2" : status.substring(0, 1);
            // 200 stands for any success of the range, 500 for what is documented as default
            String same = status.isEmpty() || status.endsWith("00") ? first + ".." : status + "|" + first + "XX";
            return "the (" + same + "|default) response.*";
        }
        if (!where.contains(" parameter ")) {
            return "the " + where + ".*";
        }
        String name = name().replace('`', '\'');
        // deepObject sends a property in brackets behind the parameter's name
        String plain = name.replaceFirst("\\[.*", "");
        return "(?i).* parameter `(" + Pattern.quote(name) + "|" + Pattern.quote(plain) + ")`";
    }

    private String name() {
        return where.replaceFirst("\\w+ parameter ", "");
    }

    private boolean isRenaming(Finding finding) {
        return finding.id().equals("request-parameter-renamed") && name().equals(finding.after());
    }

    /**
     * Whether one of the two places lies in the other. A finding of a schema that many places share tells the shortest way to it
     * alone: of this, the last name of one must be on the way to the other.
     */
    private boolean isNear(Finding finding) {
        Matcher property = PROPERTY.matcher(reason);
        List<String> here = names(property.find() ? path + "." + property.group(1) : path);
        List<String> there = names(finding.path());
        if (here.isEmpty() || there.isEmpty()) {
            return true;
        }
        boolean shared = finding.at().pointer().startsWith("#/components/")
                && (here.contains(there.get(there.size() - 1)) || there.contains(here.get(here.size() - 1)));
        return shared
                || IntStream.range(0, Math.min(here.size(), there.size()))
                        .allMatch(i -> there.get(i).equals("*") || there.get(i).equals(here.get(i)));
    }

    /** The properties on a way, without items and variants. */
    private static List<String> names(String way) {
        return Stream.of(way.replaceAll("^\\$|\\[[^]]*]|<[^>]*>", "").split("\\."))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public int compareTo(Failure other) {
        int places = (where + ' ' + path).compareTo(other.where + ' ' + other.path);
        return places != 0 ? places : reason.compareTo(other.reason);
    }

    /** {@code answer 200 at $.status: required, but missing}. */
    @Override
    public String toString() {
        return where + (path.equals("$") ? "" : " at " + path) + ": " + reason;
    }
}
