package dev.lockstep.tracker.source;

import dev.lockstep.tracker.workspace.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a source says now: bytes as published, and where they were read. Immutable. */
public final class Published {
    private final Source source;
    private final String name;
    private final byte[] bytes;

    /**
     * @param name what to call it in messages: a path or an address
     */
    public Published(Source source, String name, byte[] bytes) {
        this.source = source;
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** Which source of the vendor this is. */
    public Source source() {
        return source;
    }

    /** What to call it in messages. */
    public String name() {
        return name;
    }

    /** The bytes as published. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes as text; what is no UTF-8 becomes the replacement character. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether these are the same bytes. */
    public boolean sameBytes(byte[] other) {
        return Arrays.equals(bytes, other);
    }
}
