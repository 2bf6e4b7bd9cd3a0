/** The code of docs/effects.md: one computation with the handlers of production and of a test. */
package dev.weft.samples.effects;
