/** Flows as a user of Weft writes them. */
package dev.weft.samples;
