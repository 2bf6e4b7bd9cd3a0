package dev.weft.spi;

/**
 * An object, and the value that a field of it has: what a compound assignment to the field of a
 * computed object has to keep while the right side is evaluated. Made and used by generated
 * accessors.
 */
public record Held<O, V>(O object, V value) {}
