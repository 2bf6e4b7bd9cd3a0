/**
 * Reads method bodies with a compiler of its own, so that the user's compilation is never touched:
 * asking the running javac for types inside a body makes it attribute its own trees too early.
 */
@NullMarked
package dev.weft.processor.attribution;

import org.jspecify.annotations.NullMarked;
