/** Runs the measurements and writes what came of them. */
package dev.weft.benchmarks.report;
