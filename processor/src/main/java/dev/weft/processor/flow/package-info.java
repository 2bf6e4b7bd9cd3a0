/**
 * What the fields of a stepper must hold at each suspension: the locals that are needed when it
 * goes on, and nothing else.
 */
@NullMarked
package dev.weft.processor.flow;

import org.jspecify.annotations.NullMarked;
