package dev.weft.benchmarks;

import dev.weft.ClosingIterator;
import dev.weft.Sequences;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** The numbers of a tree of depth 14, in order: a method that calls itself for each branch. */
@OperationsPerInvocation(TreeBenchmark.SIZE)
public class TreeBenchmark extends Work {
  static final int DEPTH = 14;
  static final int SIZE = (1 << DEPTH) - 1;

  Tree tree = Tree.of(DEPTH, 1_000_000);

  @Comp
  static void walk(Tree tree) {
    if (tree.left() != null) {
      walk(tree.left());
    }
    Yield.emit(tree.value());
    if (tree.right() != null) {
      walk(tree.right());
    }
  }

  private static final class Link extends LinkedFrames.Link {
    private final Tree tree;

    Link(Tree tree) {
      this.tree = tree;
    }

    @Override
    boolean step(LinkedFrames machine) {
      switch (at++) {
        case 0 -> {
          return tree.left() != null && machine.push(new Link(tree.left()));
        }
        case 1 -> {
          machine.value = tree.value();
          return true;
        }
        case 2 -> {
          return tree.right() != null && machine.push(new Link(tree.right()));
        }
        default -> {
          return machine.pop();
        }
      }
    }
  }

  private static long sum(Tree tree) {
    return tree.value()
        + (tree.left() == null ? 0 : sum(tree.left()))
        + (tree.right() == null ? 0 : sum(tree.right()));
  }

  @Benchmark
  public long frames() {
    return Frames.sum(TreeBenchmarkComps.walk(tree));
  }

  @Benchmark
  public long weft() {
    try (ClosingIterator<Integer> numbers =
        Sequences.iterator(TreeBenchmarkComps.walk(tree), Integer.class)) {
      return GeneratorBenchmark.sum(numbers);
    }
  }

  @Benchmark
  public long byHand() {
    return new LinkedFrames(new Link(tree)).sum();
  }

  @Benchmark
  public long byHandInlined() {
    return new LinkedFrames(new Link(tree)).sumInlined();
  }

  @Benchmark
  public long plain() {
    return sum(tree);
  }

  @Benchmark
  public long kotlinSequence() {
    return KotlinWorks.sum(KotlinWorks.valuesOf(tree));
  }

  @Benchmark
  public long kotlinRaw() {
    return Raw.sum(KotlinWorks.rawWalk(tree));
  }

  @Benchmark
  public long javaflow() {
    return Javaflow.walkThrough(tree);
  }

  @Benchmark
  public long loom() {
    return Loom.sum(loom -> walk(loom, tree));
  }

  private static void walk(Loom loom, Tree tree) {
    if (tree.left() != null) {
      walk(loom, tree.left());
    }
    loom.yield(tree.value());
    if (tree.right() != null) {
      walk(loom, tree.right());
    }
  }

  @Benchmark
  public long virtualThreads() throws InterruptedException {
    return ThreadPair.sum(pair -> walk(pair, tree));
  }

  private static void walk(ThreadPair pair, Tree tree) throws InterruptedException {
    if (tree.left() != null) {
      walk(pair, tree.left());
    }
    pair.yield(tree.value());
    if (tree.right() != null) {
      walk(pair, tree.right());
    }
  }
}
