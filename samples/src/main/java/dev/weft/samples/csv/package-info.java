/** A parser that is fed its text in pieces, as a network or a file gives them. */
package dev.weft.samples.csv;
