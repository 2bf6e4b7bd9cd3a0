/** Speed and size of computations, beside other ways to do the same. */
package dev.weft.benchmarks;
