package dev.lockstep.client.internal;

import dev.lockstep.client.json.Parameters;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;

/**
 * Writes the path of one service method's requests. Retrofit leaves {@code ;}, {@code :} and other delimiters in a value as they
 * are, takes a first segment with a colon for a scheme, and lets a leading slash replace the base URL's path. Here every value is
 * percent-encoded, and the path always stands below the base URL's. Immutable; parsed once.
 */
final class RequestPath {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9_-]*)}");

    /** In turn what stands between two values, and the index of the argument that is the next value. */
    private final List<String> between;

    private final List<Integer> arguments;
    private final boolean asBuilt;

    private RequestPath(List<String> between, List<Integer> arguments, boolean asBuilt) {
        this.between = List.copyOf(between);
        this.arguments = List.copyOf(arguments);
        this.asBuilt = asBuilt;
    }

    /**
     * Reads a method's annotations.
     *
     * @throws IllegalArgumentException if a value would go out as it is
     */
    static RequestPath of(Method method) {
        Map<String, Integer> values = values(method);
        String template = template(method);
        // Retrofit writes the same where no value is put in below the base URL.
        if (template == null || (values.isEmpty() && !template.startsWith("/"))) {
            return new RequestPath(List.of(), List.of(), true);
        }
        String path = template.split("[?#]", 2)[0];
        List<String> between = new ArrayList<>();
        List<Integer> arguments = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(path);
        int end = path.startsWith("/") ? 1 : 0;
        while (placeholder.find()) {
            Integer argument = values.get(placeholder.group(1));
            if (argument != null) {
                between.add(path.substring(end, placeholder.start()));
                arguments.add(argument);
                end = placeholder.end();
            }
        }
        between.add(path.substring(end));
        return new RequestPath(between, arguments, false);
    }

    private static Map<String, Integer> values(Method method) {
        Map<String, Integer> values = new LinkedHashMap<>();
        Annotation[][] parameters = method.getParameterAnnotations();
        for (int i = 0; i < parameters.length; i++) {
            for (Annotation annotation : parameters[i]) {
                if (annotation instanceof Path path) {
                    if (path.encoded()) {
                        throw new IllegalArgumentException(
                                method.getDeclaringClass().getSimpleName() + "."
                                        + method.getName()
                                        + " has @Path(encoded = true): its value would go out as it is; leave encoded out");
                    }
                    values.put(path.value(), i);
                }
            }
        }
        return values;
    }

    /** The method's path below the base URL; null if an argument gives it. */
    private static @Nullable String template(Method method) {
        String template = null;
        for (Annotation annotation : method.getAnnotations()) {
            if (annotation instanceof GET get) {
                template = get.value();
            } else if (annotation instanceof POST post) {
                template = post.value();
            } else if (annotation instanceof PUT put) {
                template = put.value();
            } else if (annotation instanceof PATCH patch) {
                template = patch.value();
            } else if (annotation instanceof DELETE delete) {
                template = delete.value();
            } else if (annotation instanceof HEAD head) {
                template = head.value();
            } else if (annotation instanceof OPTIONS options) {
                template = options.value();
            } else if (annotation instanceof HTTP http) {
                template = http.path();
            }
        }
        return template == null || template.isEmpty() ? null : template;
    }

    /**
     * Puts this path into a URL that Retrofit built.
     *
     * @param built gives all but the path; checked to be of the base URL's origin
     * @param base ends in a slash
     * @param given the method's arguments
     */
    HttpUrl writtenInto(HttpUrl built, HttpUrl base, List<?> given) {
        if (asBuilt) {
            return built;
        }
        StringBuilder path = new StringBuilder(base.encodedPath());
        for (int i = 0; i < arguments.size(); i++) {
            Object value = given.get(arguments.get(i));
            path.append(between.get(i))
                    .append(
                            value instanceof Parameters.Segment segment
                                    ? segment.encoded()
                                    : Parameters.encode(String.valueOf(value)));
        }
        path.append(between.get(arguments.size()));
        return built.newBuilder().encodedPath(path.toString()).build();
    }
}
