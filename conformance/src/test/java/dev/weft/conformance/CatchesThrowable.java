package dev.weft.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a case whose original sees a cancellation: by a {@code catch (Throwable)}, or by a resource
 * whose {@code close} fails while the cancellation is on its way. A stepper never does, so a
 * cancelled run isn't compared with the original's; instead nothing beginning with "caught" may be
 * logged after the cancellation, and nothing beginning with "finally" twice.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CatchesThrowable {}
