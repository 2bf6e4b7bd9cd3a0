package dev.weft.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a case whose original sees a cancellation: by a {@code catch (Throwable)}, or by a resource
 * whose {@code close} fails while the cancellation is on its way (javac's own code catches it
 * then). A stepper's never does. In a cancelled run the log must be the original's without its
 * entries that begin with "caught"; those of a catch that an exception of a cleanup reaches,
 * "rescued", don't count, nor does the outcome.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CatchesThrowable {}
