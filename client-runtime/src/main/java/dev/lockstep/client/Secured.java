package dev.lockstep.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The documented alternatives of an operation's security, in the document's order. The first alternative whose schemes
 * all have a credential is used. {@code @Secured({})} sends no credential at all. A method without this annotation is
 * refused: nothing is sent for it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Secured {
    Requirement[] value();
}
