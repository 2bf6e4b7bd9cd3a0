/** A quiz in a window: the computation runs on a pool, its messages come on the UI thread. */
package dev.weft.samples.desktop;
