package dev.lockstep.generator;

import dev.lockstep.generator.names.Reserved;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names that a client has where its owner gave none, and the checks of those that were given. */
final class Defaults {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private Defaults() {}

    static String packageName(String name) {
        String last = name.replace("-", "");
        boolean taken = SourceVersion.isKeyword(last) || Reserved.isDevice(last);
        return "dev.lockstep.vendor." + (taken ? last + "_" : last);
    }

    static String className(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : name.split("-", -1)) {
            text.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        String client = text + "Client";
        return Reserved.library().containsKey(client) ? text + "VendorClient" : client;
    }

    static String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name
                    + "' is no client name: use lower-case letters, digits and single hyphens, a letter first");
        }
        return name;
    }

    static String checkedPackage(String name) {
        for (String part : name.split("\\.", -1)) {
            if (!IDENTIFIER.matcher(part).matches() || SourceVersion.isKeyword(part)) {
                throw new IllegalArgumentException("'" + name + "' is no Java package name");
            }
        }
        return name;
    }

    static String checkedClass(String name) {
        if (!IDENTIFIER.matcher(name).matches() || SourceVersion.isKeyword(name)) {
            throw new IllegalArgumentException("'" + name + "' is no Java class name");
        }
        if (Reserved.library().containsKey(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a class that generated code uses; choose another name");
        }
        return name;
    }
}
