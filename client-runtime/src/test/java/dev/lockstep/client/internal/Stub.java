package dev.lockstep.client.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;

/** Instances of interfaces that answer a few of their methods; any other call fails. */
final class Stub {
    /** What a method does that is more than a fixed result. */
    interface Answer {
        Object get() throws Exception;
    }

    private Stub() {}

    /**
     * An instance that equals itself alone.
     *
     * @param results by name of method: what it returns, or an {@link Answer} that is asked at each call
     */
    static <T> T of(Class<T> type, Map<String, Object> results) {
        InvocationHandler handler = (stub, method, arguments) -> switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(stub);
            case "equals" -> stub == arguments[0];
            default -> {
                Object result = Objects.requireNonNull(results.get(method.getName()), method.getName());
                yield result instanceof Answer answer ? answer.get() : result;
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
