/** Plays the other side of a computation in a test. */
@NullMarked
package dev.weft.testing;

import org.jspecify.annotations.NullMarked;
