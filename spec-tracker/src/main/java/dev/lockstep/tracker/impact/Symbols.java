package dev.lockstep.tracker.impact;

import java.util.StringJoiner;
import org.objectweb.asm.Type;

/** How class files' names are written as the symbols of a client's surface, without type arguments. */
final class Symbols {
    private Symbols() {}

    static String type(String internalName) {
        return internalName.replace('/', '.').replace('$', '.');
    }

    static String field(String owner, String name) {
        return type(owner) + "#" + name;
    }

    static String method(String owner, String name, String descriptor) {
        StringJoiner parameters = new StringJoiner(", ", "(", ")");
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            parameters.add(simple(parameter));
        }
        return type(owner) + "#" + name + parameters;
    }

    private static String simple(Type type) {
        if (type.getSort() == Type.ARRAY) {
            return simple(type.getElementType()) + "[]".repeat(type.getDimensions());
        }
        String name = type.getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** A symbol of a surface without its type arguments: {@code tags(List<String>)} becomes {@code tags(List)}. */
    static String erased(String symbol) {
        if (symbol.indexOf('<') < 0) {
            return symbol;
        }
        StringBuilder text = new StringBuilder(symbol.length());
        int depth = 0;
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            } else if (depth == 0) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The class that a symbol is or that declares it. */
    static String owner(String symbol) {
        int hash = symbol.indexOf('#');
        return hash < 0 ? symbol : symbol.substring(0, hash);
    }

    /** The name of a method or constant, without parameters. */
    static String name(String symbol) {
        int end = symbol.indexOf('(');
        return symbol.substring(symbol.indexOf('#') + 1, end < 0 ? symbol.length() : end);
    }
}
