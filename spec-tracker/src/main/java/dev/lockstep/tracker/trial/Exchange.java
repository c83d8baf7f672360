package dev.lockstep.tracker.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/** What went over the wire, as a person may see it. Stands where credentials are not in the request yet. */
final class Exchange implements Interceptor {
    private static final long MOST = 64 * 1024;

    private final Secrets secrets;
    private final List<String> carriers;
    private final List<String> request = new ArrayList<>();
    private final List<String> answer = new ArrayList<>();
    private int status;

    /**
     * @param carriers what is added to the request after this
     */
    Exchange(Secrets secrets, List<String> carriers) {
        this.secrets = secrets;
        this.carriers = carriers;
    }

    List<String> request() {
        return request;
    }

    List<String> answer() {
        return answer;
    }

    int status() {
        return status;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request sent = chain.request();
        request.add(sent.method() + " " + secrets.mask(sent.url().toString()));
        carriers.forEach(request::add);
        request.addAll(secrets.headers(sent.headers()));
        RequestBody body = sent.body();
        if (body != null && body.contentLength() != 0 && !body.isOneShot()) {
            Buffer buffer = new Buffer();
            body.writeTo(buffer);
            request.add(body.contentType() == null ? "" : "Content-Type: " + body.contentType());
            request.add("");
            text(buffer, request);
        }
        Response response = chain.proceed(sent);
        status = response.code();
        answer.add(status + (response.message().isEmpty() ? "" : " " + secrets.mask(response.message())));
        answer.addAll(secrets.headers(response.headers()));
        String type = String.valueOf(response.header("Content-Type", "")).toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/event-stream") && response.body().contentLength() != 0) {
            answer.add("");
            text(new Buffer().write(response.peekBody(MOST).bytes()), answer);
        }
        return response;
    }

    /** Text as it is, other bytes by their number. */
    private void text(Buffer buffer, List<String> lines) throws IOException {
        long size = buffer.size();
        String text = buffer.readUtf8(Math.min(size, MOST));
        if (text.indexOf('\u0000') >= 0 || text.indexOf('\uFFFD') >= 0) {
            lines.add("(" + size + " bytes)");
            return;
        }
        secrets.mask(text).lines().forEach(lines::add);
        if (size > MOST) {
            lines.add("(" + (size - MOST) + " bytes more)");
        }
    }
}
