package dev.weft.benchmarks;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The product of two matrices, a row reported when it is done: loops in a loop, of which only the
 * outermost pauses.
 */
@OperationsPerInvocation(NestedLoopsBenchmark.SIZE)
public class NestedLoopsBenchmark extends Work {
  static final int SIZE = 64;

  final double[][] a = matrix(1);
  final double[][] b = matrix(2);

  private static double[][] matrix(int seed) {
    double[][] matrix = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE * SIZE; i++) {
      matrix[i / SIZE][i % SIZE] = (i * 31 + seed) % 17;
    }
    return matrix;
  }

  @Comp
  static void product(double[][] a, double[][] b) {
    for (int i = 0; i < a.length; i++) {
      double sum = 0;
      for (int j = 0; j < b.length; j++) {
        double cell = 0;
        for (int k = 0; k < b.length; k++) {
          cell += a[i][k] * b[k][j];
        }
        sum += cell;
      }
      Yield.emit(sum);
    }
  }

  private static final class Product extends Machine {
    private final double[][] a;
    private final double[][] b;
    private int i;

    Product(double[][] a, double[][] b) {
      this.a = a;
      this.b = b;
    }

    @Override
    boolean step() {
      if (i == a.length) {
        return false;
      }
      value = row(a, b, i++);
      return true;
    }

    private static double row(double[][] a, double[][] b, int i) {
      double sum = 0;
      for (int j = 0; j < b.length; j++) {
        double cell = 0;
        for (int k = 0; k < b.length; k++) {
          cell += a[i][k] * b[k][j];
        }
        sum += cell;
      }
      return sum;
    }
  }

  @Benchmark
  public long frames() {
    return Frames.sum(NestedLoopsBenchmarkComps.product(a, b));
  }

  @Benchmark
  public long byHand() {
    return new Product(a, b).sum();
  }

  @Benchmark
  public long plain() {
    long result = 0;
    for (int i = 0; i < a.length; i++) {
      double sum = 0;
      for (int j = 0; j < b.length; j++) {
        double cell = 0;
        for (int k = 0; k < b.length; k++) {
          cell += a[i][k] * b[k][j];
        }
        sum += cell;
      }
      result += (long) sum;
    }
    return result;
  }

  @Benchmark
  public long kotlinSequence() {
    return KotlinWorks.sum(KotlinWorks.rows(a, b));
  }

  @Benchmark
  public long kotlinRaw() {
    return Raw.sum(KotlinWorks.rawRows(a, b));
  }
}
