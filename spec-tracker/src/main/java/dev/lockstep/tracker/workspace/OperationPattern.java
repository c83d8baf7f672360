package dev.lockstep.tracker.workspace;

import dev.lockstep.openapi.SpecOperation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A wish for operations: one of them, {@code POST /v2/things/{id}}; those of a tag, {@code tag:Billing}; or those of a
 * pattern, {@code GET /v2/**} or {@code * /v2/things/*}, where {@code *} is any method or one segment and {@code **} at the
 * end is any number of segments. Names of path parameters do not count.
 */
public final class OperationPattern {
    private static final Pattern OPERATION =
            Pattern.compile("(" + String.join("|", SpecOperation.METHODS).toUpperCase(Locale.ROOT) + "|\\*) (/\\S*)");
    private static final String TAG = "tag:";

    private final String text;
    private final String tag;
    private final Pattern keys;

    private OperationPattern(String text, String tag, Pattern keys) {
        this.text = text;
        this.tag = tag;
        this.keys = keys;
    }

    /** Whether a text has one of the three forms. */
    public static boolean isValid(String text) {
        return text.startsWith(TAG)
                ? !text.substring(TAG.length()).isBlank()
                : OPERATION.matcher(text).matches();
    }

    /**
     * Reads a wish.
     *
     * @throws IllegalArgumentException if it has none of the three forms
     */
    public static OperationPattern of(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no operation; write METHOD /path, such as POST /v2/things,"
                            + " METHOD /v2/**, or tag:NAME");
        }
        if (text.startsWith(TAG)) {
            return new OperationPattern(text, text.substring(TAG.length()).strip(), Pattern.compile("(?!)"));
        }
        int space = text.indexOf(' ');
        String method = text.substring(0, space);
        StringBuilder regex = new StringBuilder(method.equals("*") ? "[A-Z]+" : method).append(' ');
        String path = SpecOperation.template(text.substring(space + 1));
        boolean deep = path.endsWith("/**");
        String[] segments = (deep ? path.substring(0, path.length() - 3) : path).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            regex.append(i == 0 ? "" : "/").append(segment(segments[i]));
        }
        return new OperationPattern(text, "", Pattern.compile(regex + (deep ? "(?:/.*)?" : "")));
    }

    private static String segment(String segment) {
        return segment.equals("*") ? "[^/]+" : Pattern.quote(segment);
    }

    /**
     * Whether an operation is meant.
     *
     * @param key {@code METHOD /path}
     * @param tags of the operation
     */
    public boolean matches(String key, Collection<String> tags) {
        return tag.isEmpty()
                ? keys.matcher(SpecOperation.template(key)).matches()
                : tags.stream().anyMatch(each -> each.equalsIgnoreCase(tag));
    }

    /** The nearest thing that could have been meant, as the end of a message, or the empty string. */
    public String hint(Collection<String> keys, Collection<String> tags) {
        return tag.isEmpty()
                ? Nearest.hint(text, keys)
                : Nearest.hint(text, tags.stream().map(TAG::concat).toList());
    }

    /** Reads several. */
    public static List<OperationPattern> all(Collection<String> texts) {
        return texts.stream().map(OperationPattern::of).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
