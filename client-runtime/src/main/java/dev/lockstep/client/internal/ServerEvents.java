package dev.lockstep.client.internal;

import dev.lockstep.client.EventStream;
import java.io.IOException;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events (WHATWG HTML, 9.2.6). */
final class ServerEvents<T> implements EventStream<T> {
    private static final ByteString BOM = ByteString.decodeHex("EFBBBF");
    private static final long MAX_EVENT = BodyReader.SUCCESS_LIMIT;

    /** Decodes the data of one event. */
    interface Decoder<T> {
        T decode(ByteString data) throws IOException;
    }

    private final ResponseBody body;
    private final BufferedSource source;
    private final Decoder<T> decoder;
    private boolean started;
    private boolean afterReturn;
    private String lastId = "";

    ServerEvents(ResponseBody body, Decoder<T> decoder) {
        this.body = body;
        this.source = body.source();
        this.decoder = decoder;
    }

    @Override
    public @Nullable Event<T> next() throws IOException {
        if (!started) {
            started = true;
            if (source.rangeEquals(0, BOM)) {
                source.skip(BOM.size());
            }
        }
        StringBuilder data = new StringBuilder();
        boolean hasData = false;
        String type = "";
        for (String line = readLine(); line != null; line = readLine()) {
            if (line.isEmpty()) {
                if (hasData) {
                    String text = data.substring(0, data.length() - 1);
                    return new Event<>(
                            type.isEmpty() ? "message" : type, lastId, decoder.decode(ByteString.encodeUtf8(text)));
                }
                type = "";
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "data" -> {
                    hasData = true;
                    data.append(value).append('\n');
                    if (data.length() > MAX_EVENT) {
                        throw new IOException("an event is longer than " + MAX_EVENT + " characters");
                    }
                }
                case "event" -> type = value;
                case "id" -> lastId = value.indexOf('\0') < 0 ? value : lastId;
                default -> {}
            }
        }
        return null;
    }

    /** Lines end with LF, CRLF or CR; a last line without an end belongs to no event. Never waits past a line's end. */
    private @Nullable String readLine() throws IOException {
        Buffer line = new Buffer();
        while (source.request(1)) {
            byte next = source.readByte();
            boolean secondOfPair = next == '\n' && afterReturn;
            afterReturn = next == '\r';
            if (secondOfPair) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                return line.readUtf8();
            }
            line.writeByte(next);
            if (line.size() > MAX_EVENT) {
                throw new IOException("a line of an event is longer than " + MAX_EVENT + " bytes");
            }
        }
        return null;
    }

    @Override
    public void close() {
        body.close();
    }
}
