/**
 * Pausable computations: what a user writes ({@link dev.weft.Yield}), what a driver holds ({@link
 * dev.weft.Computation}, {@link dev.weft.Coroutine}, {@link dev.weft.Step}).
 */
@NullMarked
package dev.weft;

import org.jspecify.annotations.NullMarked;
