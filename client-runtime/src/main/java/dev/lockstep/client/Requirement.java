package dev.lockstep.client;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One alternative of {@link Secured}: the security schemes that are sent together. No scheme: the anonymous call. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Requirement {
    /** Names of {@link SecurityScheme}s of the client; all of them or none are sent. */
    String[] value();
}
