/** Pausable computations. */
@NullMarked
package dev.weft;

import org.jspecify.annotations.NullMarked;
