package dev.lockstep.client.internal;

import dev.lockstep.client.ErrorBodies;
import dev.lockstep.client.ErrorBody;
import dev.lockstep.client.Operation;
import dev.lockstep.client.Requirement;
import dev.lockstep.client.RetryClass;
import dev.lockstep.client.Secured;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the annotations of one service method say. Parsed once; immutable. */
record OperationSpec(
        String name,
        String key,
        RetryClass retry,
        String idempotencyHeader,
        List<List<String>> alternatives,
        Map<String, Class<?>> errorBodies,
        Set<String> statuses,
        BodyKind bodyKind) {

    static OperationSpec of(Method method) {
        String where = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        return of(method.getAnnotations(), method.getGenericReturnType(), where);
    }

    /**
     * Reads the annotations.
     *
     * @throws IllegalArgumentException if one is missing: without it nothing may be sent
     */
    static OperationSpec of(Annotation[] annotations, Type returnType, String where) {
        Operation operation = null;
        Secured secured = null;
        Map<String, Class<?>> errors = new LinkedHashMap<>();
        for (Annotation annotation : annotations) {
            if (annotation instanceof Operation found) {
                operation = found;
            } else if (annotation instanceof Secured found) {
                secured = found;
            } else if (annotation instanceof ErrorBody found) {
                errors.put(found.status().toUpperCase(Locale.ROOT), found.type());
            } else if (annotation instanceof ErrorBodies found) {
                for (ErrorBody error : found.value()) {
                    errors.put(error.status().toUpperCase(Locale.ROOT), error.type());
                }
            }
        }
        if (operation == null) {
            throw new IllegalArgumentException(where + " has no @Operation: it is not a method of a generated service");
        }
        if (secured == null) {
            throw new IllegalArgumentException(where
                    + " has no @Secured: nothing is sent without knowing its credentials (@Secured({}) for none)");
        }
        List<List<String>> alternatives = new ArrayList<>();
        for (Requirement requirement : secured.value()) {
            alternatives.add(List.of(requirement.value()));
        }
        Type body = returnType instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
        return new OperationSpec(
                operation.name(),
                operation.key(),
                operation.retry(),
                operation.idempotencyHeader(),
                List.copyOf(alternatives),
                java.util.Collections.unmodifiableMap(errors),
                java.util.Arrays.stream(operation.statuses())
                        .map(status -> status.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                BodyKind.of(body));
    }

    /** Type of the documented body of an error status: exact, then by range, then the default; null if there is none. */
    @Nullable
    Class<?> errorBody(int status) {
        Class<?> exact = errorBodies.get(Integer.toString(status));
        if (exact == null) {
            exact = errorBodies.get(range(status));
        }
        return exact != null ? exact : errorBodies.get("DEFAULT");
    }

    /** Whether the vendor documents this status. */
    boolean documents(int status) {
        if (!statuses.isEmpty()) {
            return statuses.contains(Integer.toString(status))
                    || statuses.contains(range(status))
                    || statuses.contains("DEFAULT");
        }
        return (status >= 200 && status < 300) || errorBody(status) != null;
    }

    /** The alternatives in words: {@code none}, {@code apiKey}, {@code (a and b) or anonymous}. */
    String security() {
        if (alternatives.isEmpty()) {
            return "none";
        }
        boolean several = alternatives.size() > 1;
        return alternatives.stream()
                .map(all -> all.isEmpty()
                        ? "anonymous"
                        : all.size() > 1 && several ? "(" + String.join(" and ", all) + ")" : String.join(" and ", all))
                .collect(Collectors.joining(" or "));
    }

    private static String range(int status) {
        return status / 100 + "XX";
    }
}
