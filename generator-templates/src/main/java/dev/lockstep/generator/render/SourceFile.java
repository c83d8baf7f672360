package dev.lockstep.generator.render;

import dev.lockstep.generator.names.Reserved;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Puts package and imports before a rendered class: it imports each library class that it names, and no other. */
final class SourceFile {
    /** Comments, text blocks and literals; the closures give nothing back, so that long ones need no stack. */
    private static final Pattern NO_CODE = Pattern.compile("/\\*(?s:.*?)\\*/|//[^\\n]*+"
            + "|\"\"\"(?s:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\""
            + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'");

    private SourceFile() {}

    static String of(String packageName, String body) {
        StringBuilder text = new StringBuilder("package ").append(packageName).append(";\n\n");
        TreeSet<String> imports = new TreeSet<>();
        Map<String, String> library = Reserved.library();
        identifiers(body, name -> {
            String full = library.get(name);
            if (full != null) {
                imports.add(full);
            }
        });
        imports.forEach(name -> text.append("import ").append(name).append(";\n"));
        return text.append(imports.isEmpty() ? "" : "\n").append(body).toString();
    }

    /** Every simple name outside of comments and literals, unless a dot stands before it. */
    private static void identifiers(String body, Consumer<String> consumer) {
        String text = NO_CODE.matcher(body).replaceAll("\"");
        int length = text.length();
        for (int i = 0; i < length; ) {
            if (!Character.isJavaIdentifierStart(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < length && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            if ((i == 0 || text.charAt(i - 1) != '.') && !isConstant(text, i, end)) {
                consumer.accept(text.substring(i, end));
            }
            i = end;
        }
    }

    /** Whether a name in capitals is a constant of ours and no class: nothing follows it as would follow a type. */
    private static boolean isConstant(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end < text.length() ? text.charAt(end) : ' ';
        boolean named =
                after == ' ' && end + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(end + 1));
        return !(before == '@' || before == '<' || after == '>' || named);
    }
}
