package dev.lockstep.client;

import java.util.Objects;
import okhttp3.HttpUrl;

/**
 * Which operation a call is of, and where it goes. Everything here comes from the client's definition and its
 * configuration, nothing from the call's arguments, so each is fit for a metric's tag. Immutable.
 */
public final class CallInfo {
    private final String vendor;
    private final String operation;
    private final String key;
    private final HttpUrl server;

    /**
     * Describes a call; for tests of listeners.
     *
     * @param vendor lower-case vendor name
     * @param operation the operation's Java name
     * @param key method and path template, with a space between them
     * @param server the client's base URL
     */
    public CallInfo(String vendor, String operation, String key, HttpUrl server) {
        this.vendor = Objects.requireNonNull(vendor, "vendor");
        this.operation = Objects.requireNonNull(operation, "operation");
        this.key = Objects.requireNonNull(key, "key");
        this.server = Objects.requireNonNull(server, "server");
    }

    /** Lower-case vendor name. */
    public String vendor() {
        return vendor;
    }

    /** The operation's Java name: {@code endConversation}. */
    public String operation() {
        return operation;
    }

    /** Method and path template as documented: {@code POST /v2/conversations/{conversation_id}/end}. */
    public String key() {
        return key;
    }

    /** The HTTP method: {@code POST}. */
    public String method() {
        int space = key.indexOf(' ');
        return space < 0 ? key : key.substring(0, space);
    }

    /** The path template: {@code /v2/conversations/{conversation_id}/end}. */
    public String pathTemplate() {
        return key.substring(key.indexOf(' ') + 1);
    }

    /** The client's base URL. */
    public HttpUrl server() {
        return server;
    }

    /** {@code tavus endConversation}. */
    @Override
    public String toString() {
        return vendor + " " + operation;
    }
}
