package dev.lockstep.generator.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Foreign text as words that are safe anywhere inside a Javadoc comment, wherever lines are broken between them.
 *
 * <p>Java decodes a backslash, {@code u} and four digits before it looks for the end of a comment, so a backslash before a {@code u} is
 * written as an entity; so are the characters of HTML, an {@code @} that could begin a tag, and the slash of a comment's end.
 */
final class JavadocWords {
    private static final int LONGEST_CODE = 80;

    /** Of Markdown's links those whose address holds nothing that means more in Java or HTML. */
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\[\\]]{1,200})\\]\\((https?://[A-Za-z0-9._~:/?#=&%+,;-]{1,300})\\)");

    private static final Pattern STRONG = Pattern.compile("\\*\\*([^* ](?:[^*]{0,200}[^* ])?)\\*\\*");
    private static final Pattern BREAK = Pattern.compile("<br ?/?>", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Matcher found;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private JavadocWords(String text) {
        this.text = text;
        this.found = LINK.matcher(text);
    }

    static List<String> of(String foreign) {
        return new JavadocWords(visible(foreign)).split();
    }

    /** Without invisible characters; any white space is a space, what cannot be encoded is a replacement character. */
    private static String visible(String foreign) {
        StringBuilder visible = new StringBuilder(foreign.length());
        foreign.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t' || c == 0xA0 || c == 0x2028 || c == 0x2029 || c == 0x3000) {
                visible.append(' ');
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                visible.append('\uFFFD');
            } else if (!VisibleText.isInvisible(c)) {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private List<String> split() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                end();
            } else if (c == '`') {
                i = code(i);
            } else if (c == '[' && found(LINK, i)) {
                i = element("<a href=\"" + escaped(found.group(2)) + "\">", found.group(1), "</a>");
            } else if (c == '*' && found(STRONG, i)) {
                i = element("<b>", found.group(1), "</b>");
            } else if (c == '<' && found(BREAK, i)) {
                end();
                i = found.end() - 1;
            } else {
                i += append(i, c) - 1;
            }
        }
        end();
        return words;
    }

    private void end() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private boolean found(Pattern pattern, int at) {
        return found.usePattern(pattern).region(at, text.length()).lookingAt();
    }

    /** Writes what was found as an HTML element of our own around foreign text; gives the index of its last character. */
    private int element(String open, String content, String close) {
        List<String> inner = new JavadocWords(content).split();
        word.append(open);
        for (int i = 0; i < inner.size(); i++) {
            if (i > 0) {
                end();
            }
            word.append(inner.get(i));
        }
        word.append(close);
        return found.end() - 1;
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;");
    }

    /** Writes a code span that begins here, or the backtick alone; gives the index of the last character that was used. */
    private int code(int start) {
        int close = text.indexOf('`', start + 1);
        if (close > start + 1 && close - start <= LONGEST_CODE) {
            String code = text.substring(start + 1, close);
            if (isPlainCode(code)) {
                word.append("{@code ").append(code).append('}');
                return close;
            }
        }
        word.append('`');
        return start;
    }

    /** Whether a text means itself inside of a code tag, where no entity is decoded. */
    private static boolean isPlainCode(String code) {
        return code.equals(code.strip())
                && code.chars().allMatch(c -> c >= ' ' && c <= '~' && "{}@\\*`".indexOf(c) < 0);
    }

    /** Writes the character at an index, and gives how many chars it took. */
    private int append(int at, char c) {
        switch (c) {
            case '&' -> word.append("&amp;");
            case '<' -> word.append("&lt;");
            case '>' -> word.append("&gt;");
            case '@' -> word.append(inAddress(at) ? "@" : "&#64;");
            case '\\' -> word.append(at + 1 < text.length() && text.charAt(at + 1) == 'u' ? "&#92;" : "\\");
            case '/' -> word.append(at > 0 && text.charAt(at - 1) == '*' ? "&#47;" : "/");
            default -> {
                int codePoint = text.codePointAt(at);
                if (VisibleText.is(codePoint)) {
                    word.appendCodePoint(codePoint);
                } else {
                    word.append("&#").append(codePoint).append(';');
                }
                return Character.charCount(codePoint);
            }
        }
        return 1;
    }

    private boolean inAddress(int at) {
        return at > 0
                && at + 1 < text.length()
                && isAsciiLetterOrDigit(text.charAt(at - 1))
                && isAsciiLetterOrDigit(text.charAt(at + 1));
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
