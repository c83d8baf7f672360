package dev.lockstep.generator.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Makes Java identifiers of foreign text. Only ASCII letters and digits pass; everything else separates words or, where
 * nothing else tells two names apart, is spelled out. The result is never a keyword and never empty.
 */
public final class JavaNames {
    /** Names that we make are no longer than this; those that a document gives may be. */
    public static final int LONGEST_MADE = 45;

    /** Longer names are cut, at a word where possible. */
    private static final int LONGEST = 72;

    /** What stands before an hour's sign: {@code Etc/GMT-12}. */
    private static final Pattern ZONE = Pattern.compile("(^|[^A-Za-z])(GMT|UTC)$");

    private JavaNames() {}

    /**
     * A class name: {@code end_deployment} becomes {@code EndDeployment}; capitals stay ({@code HTTPError}) where not all
     * are ({@code RATE_LIMIT} becomes {@code RateLimit}).
     */
    public static String type(String text) {
        StringBuilder name = new StringBuilder();
        for (String word : cased(text)) {
            name.append(capital(word));
        }
        return finish(name, "Type", true);
    }

    /** A method, field or parameter name: {@code conversation_id} and {@code CONVERSATION_ID} become {@code conversationId}. */
    public static String member(String text) {
        StringBuilder name = new StringBuilder();
        for (String word : cased(text)) {
            name.append(name.isEmpty() ? lower(word) : capital(word));
        }
        return finish(name, "value", false);
    }

    /**
     * A constant's name: {@code Etc/GMT+12} becomes {@code ETC_GMT_PLUS_12}. Where signs make it too long they are left out.
     */
    public static String constant(String text) {
        StringBuilder name = upper(words(spelled(text)));
        if (name.length() > LONGEST_MADE && !words(text).isEmpty()) {
            name = upper(words(text));
        }
        if (name.isEmpty()) {
            name.append(text.isEmpty() ? "EMPTY" : text.isBlank() ? "BLANK" : "VALUE");
        }
        return finish(name, "VALUE", true);
    }

    private static StringBuilder upper(List<String> words) {
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            for (String part : humps(word)) {
                name.append(name.isEmpty() ? "" : "_").append(part.toUpperCase(Locale.ROOT));
            }
        }
        return name;
    }

    /** Lower-case words with hyphens: {@code ApiKeyAuth} becomes {@code api-key-auth}. */
    public static String kebab(String text) {
        List<String> parts = new ArrayList<>();
        for (String word : words(text)) {
            humps(word).forEach(hump -> parts.add(hump.toLowerCase(Locale.ROOT)));
        }
        return parts.isEmpty() ? "value" : String.join("-", parts);
    }

    /** The runs of ASCII letters and digits. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = 0; // of the run that is not yet in the word
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                continue;
            }
            word.append(text, start, i);
            start = i + 1;
            if (!word.isEmpty() && c != '\'') {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** The words; in lower case where several are in capitals and none is not. */
    private static List<String> cased(String text) {
        List<String> words = words(text);
        boolean capitals = text.chars().noneMatch(c -> c >= 'a' && c <= 'z');
        long spoken = words.stream()
                .filter(word -> word.chars().anyMatch(c -> c >= 'A'))
                .count();
        return capitals && spoken > 1
                ? words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList()
                : words;
    }

    /** The parts of a camel-case word: {@code HTTPErrorCode} is HTTP, Error, Code. */
    public static List<String> humps(String word) {
        List<String> humps = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < word.length(); i++) {
            boolean upper = Character.isUpperCase(word.charAt(i));
            boolean afterLower = !Character.isUpperCase(word.charAt(i - 1));
            boolean beforeLower = i + 1 < word.length() && Character.isLowerCase(word.charAt(i + 1));
            if (upper && (afterLower || beforeLower)) {
                humps.add(word.substring(start, i));
                start = i;
            }
        }
        humps.add(word.substring(start));
        return humps;
    }

    private static String spelled(String text) {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean beforeDigit = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
            String word = switch (c) {
                case '+' -> "plus";
                case '-' -> text.length() == 1 || (beforeDigit && sign(text, i)) ? "minus" : "";
                case '<' -> "less";
                case '>' -> "greater";
                case '=' -> "equal";
                case '!' -> "not";
                case '*' -> "star";
                case '%' -> "percent";
                case '&' -> "and";
                case '|' -> "or";
                case '#' -> "hash";
                case '$' -> i > 0 && Character.isLetterOrDigit(text.charAt(i - 1)) ? "" : "dollar";
                case '@' -> "at";
                case '~' -> "tilde";
                case '^' -> "caret";
                case '.' -> beforeDigit || text.length() == 1 ? "dot" : "";
                default -> "";
            };
            boolean spell = !word.isEmpty()
                    && (c != '.' || text.length() == 1 || words(text).isEmpty());
            if (spell) {
                spelled.append(' ').append(word).append(' ');
            } else {
                spelled.append(c);
            }
        }
        return spelled.toString();
    }

    /** Whether what stands before a hyphen makes it the sign of a number. */
    private static boolean sign(String text, int at) {
        return at == 0
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || ZONE.matcher(text.substring(0, at)).find();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Lower-cases the first hump: {@code URLPath} becomes {@code urlPath}. */
    private static String lower(String word) {
        List<String> humps = humps(word);
        String first = humps.get(0);
        boolean plural = word.length() == first.length() + 2 && word.endsWith("s") && humps.size() > 1;
        if (plural && first.equals(first.toUpperCase(Locale.ROOT))) {
            return word.toLowerCase(Locale.ROOT); // IDs
        }
        return first.toLowerCase(Locale.ROOT) + word.substring(first.length());
    }

    private static boolean startsWord(StringBuilder name, int index) {
        return name.charAt(index) == '_'
                || (Character.isUpperCase(name.charAt(index)) && Character.isLowerCase(name.charAt(index - 1)));
    }

    private static String finish(StringBuilder name, String fallback, boolean capital) {
        if (name.isEmpty()) {
            name.append(fallback);
        }
        if (name.length() > LONGEST) {
            int word = LONGEST;
            while (word > LONGEST / 2 && !startsWord(name, word)) {
                word--;
            }
            name.setLength(word > LONGEST / 2 ? word : LONGEST);
        }
        if (Character.isDigit(name.charAt(0))) {
            name.insert(0, capital ? "V" : "v");
        }
        String text = name.toString();
        return SourceVersion.isKeyword(text) || text.equals("record") || text.equals("yield") ? text + "Value" : text;
    }
}
