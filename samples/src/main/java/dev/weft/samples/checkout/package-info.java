/** A checkout that asks only what it needs to know, and gives back what it reserved. */
package dev.weft.samples.checkout;
