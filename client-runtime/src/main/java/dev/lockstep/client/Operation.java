package dev.lockstep.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which documented operation a Retrofit method calls. Every method of a generated service carries it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    /** The operation's Java name, unique within the client; {@code endConversation}. */
    String name();

    /** Method and path template as documented; {@code POST /v2/conversations/{conversation_id}/end}. */
    String key();

    /** Whether an attempt that may have reached the vendor is repeated. Never derived from the HTTP method. */
    RetryClass retry() default RetryClass.ONLY_IF_UNSENT;

    /** Header that carries one random key per call, or empty when the vendor documents none. */
    String idempotencyHeader() default "";

    /**
     * Every documented status, successes included: {@code "200"}, {@code "4XX"}, {@code "default"}. A status outside of
     * this list is drift. Empty: every 2xx status and those of {@link ErrorBody} count as documented.
     */
    String[] statuses() default {};
}
