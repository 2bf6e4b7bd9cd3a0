/**
 * What generated code is made of. Nothing here is for use by hand: a generated stepper extends
 * {@link dev.weft.spi.Stepper} and reaches the rest through its protected methods.
 */
@NullMarked
package dev.weft.spi;

import org.jspecify.annotations.NullMarked;
