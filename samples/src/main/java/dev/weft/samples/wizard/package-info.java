/** A sign-up wizard in a terminal. */
package dev.weft.samples.wizard;
