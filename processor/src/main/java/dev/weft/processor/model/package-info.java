/**
 * The processor's own small model of a method body: statements in the order in which the stepper
 * runs them, with every suspension a statement of its own. Nothing here knows javac's trees.
 */
@NullMarked
package dev.weft.processor.model;

import org.jspecify.annotations.NullMarked;
