/**
 * Tests by construct: what a computation does as a stepper is what the original method does.
 *
 * <p>The tests are all there is to this module. They are compiled with the processor of the same
 * build, as a user's code is. What needs a newer language than Java 17 stands in {@code
 * src/test/java21} and {@code src/test/java25}, which only a JDK of that age compiles.
 */
package dev.weft.conformance;
