package dev.lockstep.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A documented operation, as a server sees it. */
final class FakeOperation {
    private static final Pattern NAME = Pattern.compile("\\{([^}]*)}");

    /** A required parameter outside of the path. */
    record Parameter(String in, String name) {}

    final String key;
    final String name;
    final List<List<String>> security;
    final List<Parameter> parameters;
    final boolean bodyRequired;
    private final Map<String, VendorFixture.Documented> responses;
    private final String method;
    private final Pattern path;
    private final List<String> pathParameters = new ArrayList<>();

    FakeOperation(
            String key,
            String name,
            String basePath,
            List<List<String>> security,
            List<Parameter> parameters,
            boolean bodyRequired,
            Map<String, VendorFixture.Documented> responses) {
        this.key = key;
        this.name = name;
        this.security = List.copyOf(security);
        this.parameters = List.copyOf(parameters);
        this.bodyRequired = bodyRequired;
        this.responses = responses;
        int space = key.indexOf(' ');
        this.method = key.substring(0, space);
        this.path = pattern(basePath + key.substring(space + 1));
    }

    private Pattern pattern(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher names = NAME.matcher(template);
        int from = 0;
        while (names.find()) {
            regex.append(Pattern.quote(template.substring(from, names.start()))).append("([^/]+)");
            pathParameters.add(names.group(1));
            from = names.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(template.substring(from))).toString());
    }

    /** How many parts of the path are parameters: the fewer, the nearer an operation is to a request that fits several. */
    int pathParameterCount() {
        return pathParameters.size();
    }

    /**
     * The path parameters of a request, decoded.
     *
     * @return null if it is for another operation
     */
    @Nullable
    Map<String, String> match(String requestMethod, String encodedPath) {
        Matcher matcher = path.matcher(encodedPath);
        if (!method.equals(requestMethod) || !matcher.matches()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pathParameters.size(); i++) {
            String encoded = matcher.group(i + 1).replace("+", "%2B");
            values.put(pathParameters.get(i), URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        }
        return values;
    }

    /** Every status that is documented exactly, in order. */
    List<Integer> statuses() {
        return responses.keySet().stream()
                .filter(status -> status.matches("[0-9]{3}"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    /** The lowest documented success; 200 where none is documented. */
    int success() {
        return statuses().stream()
                .filter(status -> status >= 200 && status < 300)
                .findFirst()
                .orElse(200);
    }

    /** What is documented for a status: exactly, for its range, or for all others; null if nothing is. */
    VendorFixture.@Nullable Documented documented(int status) {
        VendorFixture.Documented exact = responses.get(Integer.toString(status));
        if (exact == null) {
            exact = responses.get(status / 100 + "XX");
        }
        return exact != null ? exact : responses.get("default");
    }

    @Override
    public String toString() {
        return key;
    }
}
