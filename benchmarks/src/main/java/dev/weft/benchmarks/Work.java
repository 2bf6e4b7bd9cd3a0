package dev.weft.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One work, done in several ways. The methods of its subclasses have the names of these ways, the
 * same in all of them:
 *
 * <ul>
 *   <li>{@code frames}: the generated stepper, driven without a coroutine around it
 *   <li>{@code weft}: the same by the public API
 *   <li>{@code byHand}: a state machine written by hand, whose step is a call
 *   <li>{@code byHandInlined}: the same, where the compiler may merge it with its caller
 *   <li>{@code plain}: loops and calls, without anything that could pause
 *   <li>{@code kotlinSequence}, {@code kotlinRaw}: Kotlin's {@code sequence}, and what lies below
 *   <li>{@code javaflow}: a continuation by rewritten class files
 *   <li>{@code loom}: the JDK's own continuation, below its virtual threads
 *   <li>{@code virtualThreads}: two of them that take turns
 * </ul>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {"--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED", "-Xms1g", "-Xmx1g"})
public abstract class Work {
  /** For subclasses. */
  protected Work() {}
}
