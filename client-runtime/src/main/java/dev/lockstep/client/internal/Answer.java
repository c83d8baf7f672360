package dev.lockstep.client.internal;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A status line and what came with it.
 *
 * @param body the body as read; empty if it was not read
 * @param bodyFault why a body that arrived is unusable: over the cap, or no gzip; else null
 * @param stream the open body of a streamed success, else null
 */
record Answer(
        int status,
        String reason,
        Protocol protocol,
        Headers headers,
        @Nullable MediaType contentType,
        ByteString body,
        @Nullable IOException bodyFault,
        @Nullable ResponseBody stream) {

    boolean success() {
        return status >= 200 && status < 300;
    }
}
