package dev.lockstep.client;

import dev.lockstep.client.internal.Redactor;
import java.util.Collection;

/**
 * Masks credentials in text that somebody else wrote, as exceptions of calls do: as they are, in other case, in pieces, as Base64,
 * and under escapes of JSON, URLs and HTML. Immutable; safe for use by several threads; prints no credential.
 */
public final class CredentialMask {
    private final Redactor redactor;

    private CredentialMask(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * Masks these credentials. Those of less than 4 characters are left alone, for they are parts of many words.
     *
     * @param credentials keys, tokens, and logins as {@code user:password}, whose password is masked alone too
     */
    public static CredentialMask of(Collection<String> credentials) {
        return new CredentialMask(Redactor.of(credentials));
    }

    /** The text with {@code ***} for each credential, otherwise as it was. Takes time in proportion to the text's length. */
    public String mask(String text) {
        return redactor.mask(text);
    }

    @Override
    public String toString() {
        return "CredentialMask";
    }
}
