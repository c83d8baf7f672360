package dev.lockstep.tracker.source;

import dev.lockstep.generator.lock.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A docs site on this machine: documents by path, each with an ETag of its content; everything else is 404. */
public final class DocsSite implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final Map<String, String> required = new ConcurrentHashMap<>();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    public DocsSite() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        MockResponse answer = answers.get(path);
        String tag = tags.get(path);
        boolean isKnown = tag != null && tag.equals(request.getHeaders().get("If-None-Match"));
        boolean isAllowed = required.entrySet().stream()
                .allMatch(
                        header -> header.getValue().equals(request.getHeaders().get(header.getKey())));
        MockResponse sent =
                !isAllowed ? status(401) : isKnown ? status(304) : Objects.requireNonNullElse(answer, status(404));
        log.add(path + " " + sent.getCode());
        return sent;
    }

    private static MockResponse status(int code) {
        return new MockResponse.Builder().code(code).build();
    }

    /** Answers 401 from now on to requests without this header. */
    public DocsSite restrict(String header, String value) {
        required.put(header, value);
        return this;
    }

    /** Publishes a document. */
    public DocsSite publish(String path, String text) {
        String type = path.endsWith(".json")
                ? "application/json"
                : path.endsWith(".md") ? "text/markdown; charset=utf-8" : "text/plain";
        String tag = "\"" + Sha256.brief(Sha256.of(text)) + "\"";
        tags.put(path, tag);
        answers.put(
                path,
                new MockResponse.Builder()
                        .addHeader("Content-Type", type)
                        .addHeader("ETag", tag)
                        .body(text)
                        .build());
        return this;
    }

    /** Answers as it is told. */
    public DocsSite answer(String path, MockResponse answer) {
        tags.remove(path);
        answers.put(path, answer);
        return this;
    }

    /** Takes a document away. */
    public DocsSite remove(String path) {
        tags.remove(path);
        answers.remove(path);
        return this;
    }

    /** The address of a path. */
    public String url(String path) {
        return server.url(path).toString();
    }

    /** Each request so far, as {@code /path status}, and forgets them. */
    public List<String> requests() {
        List<String> all;
        synchronized (log) {
            all = List.copyOf(log);
            log.clear();
        }
        return all;
    }

    @Override
    public void close() {
        server.close();
    }
}
