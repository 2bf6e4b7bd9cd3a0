package dev.weft.benchmarks;

/** A binary tree of numbers in order. */
public record Tree(Tree left, Integer value, Tree right) {

  /** A full tree of the numbers from {@code from} on. */
  static Tree of(int depth, int from) {
    int half = (1 << (depth - 1)) - 1;
    return depth == 1
        ? new Tree(null, from, null)
        : new Tree(of(depth - 1, from), from + half, of(depth - 1, from + half + 1));
  }
}
