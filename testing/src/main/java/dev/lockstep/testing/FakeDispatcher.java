package dev.lockstep.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Finds the operation of each request, remembers it and answers. */
final class FakeDispatcher extends Dispatcher {
    private static final int SHOWN = 20;

    private final VendorFixture fixture;
    private final List<FakeOperation> nearestFirst;
    private final Credentials credentials;
    private final Map<String, Answer> always = new HashMap<>();
    private final Map<String, Queue<Answer>> next = new HashMap<>();
    private final List<ReceivedRequest> received = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    FakeDispatcher(VendorFixture fixture) {
        this.fixture = fixture;
        this.credentials = new Credentials(fixture.schemes());
        this.nearestFirst = fixture.operations().stream()
                .sorted(Comparator.comparingInt(FakeOperation::pathParameterCount))
                .toList();
    }

    FakeOperation operation(String keyOrName) {
        for (FakeOperation operation : fixture.operations()) {
            if (operation.key.equals(keyOrName) || operation.name.equals(keyOrName)) {
                return operation;
            }
        }
        throw new IllegalArgumentException(fixture.vendor() + " has no operation '" + keyOrName + "'; " + known());
    }

    synchronized void always(String operation, Answer answer) {
        always.put(operation(operation).key, answer);
    }

    synchronized void next(String operation, List<Answer> answers) {
        next.computeIfAbsent(operation(operation).key, key -> new ArrayDeque<>())
                .addAll(answers);
    }

    synchronized List<ReceivedRequest> received() {
        return List.copyOf(received);
    }

    synchronized List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    synchronized void reset() {
        always.clear();
        next.clear();
        received.clear();
        unexpected.clear();
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl(), "url");
        String method = Objects.requireNonNull(request.getMethod(), "method");
        FakeOperation operation = null;
        Map<String, String> pathParameters = new LinkedHashMap<>();
        for (FakeOperation each : nearestFirst) {
            Map<String, String> matched = each.match(method, url.encodedPath());
            if (matched != null) {
                operation = each;
                pathParameters = matched;
                break;
            }
        }
        ByteString body = request.getBody();
        ReceivedRequest remembered = new ReceivedRequest(
                operation == null ? "" : operation.key,
                Objects.requireNonNull(request.getRequestLine(), "request line"),
                url,
                request.getHeaders(),
                body == null ? ByteString.EMPTY : body,
                pathParameters,
                credentials.in(request.getHeaders(), url));
        received.add(remembered);
        if (operation == null) {
            return refuse("no operation of " + fixture.vendor() + " is " + remembered + "; " + known());
        }
        String missing = missing(operation, remembered);
        if (missing != null) {
            return refuse(remembered + " lacks " + missing + ", which " + operation.key + " requires");
        }
        Answer answer = answer(operation, remembered);
        return answer.response(operation.documented(answer.status()));
    }

    private Answer answer(FakeOperation operation, ReceivedRequest request) {
        boolean allowed = operation.security.isEmpty()
                || operation.security.stream().anyMatch(request.credentials()::containsAll);
        if (!allowed) {
            return Answer.status(401);
        }
        Queue<Answer> once = next.get(operation.key);
        Answer first = once == null ? null : once.poll();
        return first != null ? first : always.getOrDefault(operation.key, Answer.status(operation.success()));
    }

    private static @Nullable String missing(FakeOperation operation, ReceivedRequest request) {
        for (FakeOperation.Parameter parameter : operation.parameters) {
            boolean present = switch (parameter.in()) {
                case "query" -> hasQuery(request.url(), parameter.name());
                case "header" -> request.header(parameter.name()) != null;
                default -> Credentials.cookie(request.headers(), parameter.name()) != null;
            };
            if (!present) {
                return "the " + parameter.in() + " parameter " + parameter.name();
            }
        }
        return operation.bodyRequired && request.bodyBytes().size() == 0 ? "a body" : null;
    }

    /** Objects are sent as {@code name[property]}, or as their properties alone, whose names are not known here. */
    private static boolean hasQuery(HttpUrl url, String name) {
        return url.queryParameterNames().stream().anyMatch(each -> each.equals(name) || each.startsWith(name + "["));
    }

    private MockResponse refuse(String message) {
        unexpected.add(message);
        return Answer.of(501, message + "\n")
                .header("Content-Type", "text/plain; charset=utf-8")
                .response(null);
    }

    private String known() {
        List<String> keys = fixture.operations().stream()
                .map(operation -> operation.key + " (" + operation.name + ")")
                .toList();
        int more = keys.size() - SHOWN;
        return "known are " + String.join(", ", keys.subList(0, Math.min(SHOWN, keys.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
