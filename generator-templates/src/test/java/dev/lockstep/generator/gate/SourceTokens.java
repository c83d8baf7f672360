package dev.lockstep.generator.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stays the same of a Java source when only its white space changes: its tokens, literals and comments. */
final class SourceTokens {
    private static final Pattern TOKEN = Pattern.compile("/\\*(?s:.*?)\\*/|//[^\\n]*"
            + "|\"\"\"(?s:.*?)\"\"\""
            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'"
            + "|\\p{javaJavaIdentifierPart}+|->|::|\\S");

    private SourceTokens() {}

    /** Each token, literal and comment on a line; comments and literals keep their own lines. */
    static String of(String source) {
        StringBuilder tokens = new StringBuilder(source.length());
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            tokens.append(source, matcher.start(), matcher.end()).append('\n');
        }
        return tokens.toString();
    }
}
