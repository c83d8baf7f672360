package dev.lockstep.client.internal;

import java.io.IOException;

/** Nothing may be sent: a credential is missing or unusable. Becomes an {@code ApiCredentialException}. */
final class CredentialRefusal extends IOException {
    private static final long serialVersionUID = 1;

    CredentialRefusal(String message) {
        super(message);
    }
}
