package dev.weft.spi;

/**
 * In place of a value of an execution: what the next frame is to throw. Nobody else ever sees one.
 */
record Failure(Throwable error) {}
