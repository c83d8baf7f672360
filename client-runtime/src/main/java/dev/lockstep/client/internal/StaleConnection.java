package dev.lockstep.client.internal;

import java.io.IOException;

/** A pooled connection that its server has closed, or may close at any moment. Nothing was written to it. */
final class StaleConnection extends IOException {
    private static final long serialVersionUID = 1;

    StaleConnection() {
        super("idle for longer than its server keeps it");
    }
}
