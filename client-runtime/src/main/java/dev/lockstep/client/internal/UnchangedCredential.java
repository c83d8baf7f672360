package dev.lockstep.client.internal;

import java.io.IOException;

/** After a 401 the suppliers gave the same credentials again: the 401 stands. */
final class UnchangedCredential extends IOException {
    private static final long serialVersionUID = 1;
}
