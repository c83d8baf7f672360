package dev.lockstep.tracker.workspace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How documents that are not public are read: which header carries the credential, and which environment variable holds it.
 * The value is nowhere in the repository, and goes to no other host.
 *
 * @param host the one host that gets it, in lower case, such as {@code docs.acme.com}
 * @param header the header's name
 * @param prefix what stands before the value, such as {@code "Bearer "}; may be empty
 * @param variable the environment variable's name
 */
public record Access(String host, String header, String prefix, String variable) {
    static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+]");
    static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
    static final Pattern PREFIX = Pattern.compile("[\\x21-\\x7e]+ ?");
    static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

    private static final Pattern FORM = Pattern.compile("(?<host>" + HOST + ")=(?<variable>" + VARIABLE
            + ")(?::(?<header>" + HEADER + ")(?::(?<prefix>[\\x21-\\x7e]+))?)?");

    /**
     * Reads {@code HOST=VARIABLE}, which stands for {@code Authorization: Bearer}, or {@code HOST=VARIABLE:HEADER[:PREFIX]}.
     *
     * @throws IllegalArgumentException for another text, which the message does not repeat: it may hold a credential
     */
    public static Access parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("write HOST=VARIABLE or HOST=VARIABLE:HEADER[:PREFIX], such as"
                    + " docs.acme.com=ACME_DOCS_TOKEN; the credential itself stays in the environment");
        }
        String header = parts.group("header");
        String prefix = parts.group("prefix");
        return new Access(
                parts.group("host"),
                header == null ? "Authorization" : header,
                header == null ? "Bearer " : prefix == null ? "" : prefix + " ",
                parts.group("variable"));
    }
}
