/**
 * From javac's trees to the model: finds the suspensions, refuses what can't be transformed,
 * decides which variables outlive a suspension, and puts statements and expressions into the order
 * in which the stepper runs them. The only package, beside attribution, that sees trees.
 */
@NullMarked
package dev.weft.processor.read;

import org.jspecify.annotations.NullMarked;
