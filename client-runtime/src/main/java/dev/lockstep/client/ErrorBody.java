package dev.lockstep.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The documented body of an error status. The most exact match counts: {@code 404}, then {@code 4XX}, then {@code default}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(ErrorBodies.class)
public @interface ErrorBody {
    /** A status ({@code "404"}), a range ({@code "4XX"}) or {@code "default"}. */
    String status();

    /** Type with an adapter in the client's adapters; {@code Void.class} for a documented status without a body. */
    Class<?> type();
}
