/** A generator, used as an iterator and as a stream. */
package dev.weft.samples.primes;
