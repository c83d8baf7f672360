package dev.lockstep.generator.render;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a Java source, as javac's own scanner finds them. The scanner is no API, hence the reflection. */
final class JavaTokens {
    private JavaTokens() {}

    /** Each token's text; comments are none. */
    static List<String> of(String source) throws ReflectiveOperationException {
        Class<?> context = Class.forName("com.sun.tools.javac.util.Context");
        Class<?> factory = Class.forName("com.sun.tools.javac.parser.ScannerFactory");
        Object made = factory.getMethod("instance", context)
                .invoke(null, context.getConstructor().newInstance());
        Object scanner = factory.getMethod("newScanner", CharSequence.class, boolean.class)
                .invoke(made, source, false);
        Class<?> lexer = Class.forName("com.sun.tools.javac.parser.Lexer");
        Class<?> token = Class.forName("com.sun.tools.javac.parser.Tokens$Token");
        List<String> tokens = new ArrayList<>();
        while (true) {
            lexer.getMethod("nextToken").invoke(scanner);
            Object next = lexer.getMethod("token").invoke(scanner);
            int start = token.getField("pos").getInt(next);
            int end = token.getField("endPos").getInt(next);
            String kind = String.valueOf(token.getField("kind").get(next));
            if (kind.equals("ERROR") || kind.equals("token.end-of-input") || start >= source.length()) {
                return tokens;
            }
            tokens.add(source.substring(start, end));
        }
    }
}
