package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Recursive delegation. */
class RecursionTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(RecursionTest.class);
  }

  @Comp
  static long factorial(int n) {
    Yield.emit("factorial " + n);
    return n <= 1 ? 1 : n * factorial(n - 1);
  }

  @Comp
  static int fibonacci(int n) {
    if (n < 2) return ask(new Num("fib " + n));
    return fibonacci(n - 1) + fibonacci(n - 2);
  }

  @Comp
  static int ackermann(int m, int n) {
    if (m == 0) {
      Yield.emit(n);
      return n + 1;
    }
    return n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
  }

  @Comp
  static void hanoi(int disks, char from, char to, char via, Log log) {
    if (disks == 0) {
      return;
    }
    hanoi(disks - 1, from, via, to, log);
    Yield.emit(disks + ": " + from + " to " + to);
    log.add("moved " + disks);
    hanoi(disks - 1, via, to, from, log);
  }

  @Comp
  static boolean even(int n) {
    if (n == 0) return ask(new Bool("bottom"));
    return odd(n - 1);
  }

  @Comp
  static boolean odd(int n) {
    if (n == 0) return false;
    Yield.emit("odd " + n);
    return even(n - 1);
  }

  record Tree(String label, List<Tree> children) {
    static Tree of(String label, Tree... children) {
      return new Tree(label, List.of(children));
    }

    @Comp
    int visit(int depth, Log log) {
      int count = 1;
      log.add("enter " + label);
      try {
        if (!ask(new Bool("open " + label + " at " + depth))) {
          return count;
        }
        for (Tree child : children) {
          count += child.visit(depth + 1, log);
        }
        return count;
      } finally {
        log.add("finally leave " + label + " with " + count);
      }
    }
  }

  @Comp
  static List<String> permutations(String rest, String chosen) {
    List<String> all = new ArrayList<>();
    if (rest.isEmpty()) {
      Yield.emit(chosen);
      all.add(chosen);
    }
    for (int i = 0; i < rest.length(); i++) {
      String others = rest.substring(0, i) + rest.substring(i + 1);
      all.addAll(permutations(others, chosen + rest.charAt(i)));
    }
    return all;
  }

  @Comp
  static int descend(int n, Log log) throws Exception {
    try {
      if (n == 0) {
        if (ask(new Bool("fail"))) throw new IllegalStateException("bottom");
        return ask(new Num("bottom"));
      }
      return descend(n - 1, log) + n;
    } catch (IllegalStateException e) {
      log.add("caught at " + n);
      if (n < 3) throw new IllegalStateException(e.getMessage() + n, e);
      return ask(new Num("rescued at " + n));
    } finally {
      log.add("finally " + n);
    }
  }

  @Comp
  static long factorials() {
    return factorial(5) + factorial(Math.abs(ask(new Num("n"))));
  }

  @Comp
  static int fibonaccis() {
    return fibonacci(5);
  }

  @Comp
  static int ackermanns() {
    return ackermann(2, Math.abs(ask(new Num("n"))) % 2);
  }

  @Comp
  static void hanois(Log log) {
    hanoi(3, 'a', 'b', 'c', log);
  }

  @Comp
  static boolean mutual() {
    return even(7) != odd(4) == even(0);
  }

  @Comp
  static int treeWalk(Log log) {
    Tree tree = Tree.of("root", Tree.of("a", Tree.of("a1"), Tree.of("a2")), Tree.of("b"));
    return tree.visit(0, log);
  }

  @Comp
  static List<String> allPermutations() {
    return permutations("abc", "");
  }

  @Comp
  static int exceptionsThroughFrames(Log log) throws Exception {
    return descend(5, log);
  }
}
