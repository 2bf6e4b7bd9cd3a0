package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code if} and {@code else} with suspensions in the condition and in the branches. */
class IfTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(IfTest.class);
  }

  @Comp
  static String inCondition(Log log) {
    log.add("before");
    if (Yield.<Boolean>yield(Q.bool("go"))) {
      log.add("yes");
      return "went";
    }
    log.add("no");
    return "stayed";
  }

  @Comp
  static int inThen(Log log) {
    int n = 1;
    if (log.tap("condition", n) == 1) {
      log.add("then");
      n += Yield.<Integer>yield(Q.num("n"));
      log.add("then done");
    }
    return n;
  }

  @Comp
  static int inElse(Log log) {
    int n = ask(new Num("start"));
    if (n > 1) {
      log.add("plain");
    } else {
      n = ask(new Num("else"));
      log.add("else " + n);
    }
    return n;
  }

  @Comp
  static String inBothAndCondition(Log log) {
    String s;
    if (ask(new Num("n")) > log.tap("limit", 0)) {
      s = "+" + ask(new Str("positive"));
    } else {
      s = "-" + ask(new Str("other"));
    }
    log.add(s);
    return s;
  }

  @Comp
  static String chain() {
    int n = Yield.yield(Q.num("n"));
    if (n < 0) {
      return "negative " + Yield.yield("why negative");
    } else if (n == 0) {
      return "zero";
    } else if (n == 1) {
      Yield.emit("one");
    } else if (Yield.<Boolean>yield(Q.bool("even " + n))) {
      n *= Yield.<Integer>yield(Q.num("factor"));
    } else {
      n = -n;
    }
    return "end " + n;
  }

  @Comp
  static String chainOfSuspendingConditions(Log log) {
    if (ask(new Bool("first"))) {
      log.add("1");
    } else if (ask(new Bool("second"))) {
      log.add("2");
    } else if (ask(new Bool("third"))) {
      log.add("3");
    } else {
      log.add("none");
    }
    return "done";
  }

  @Comp
  static int danglingElse() {
    int r = 0;
    if (Yield.yield(Q.bool("outer")))
      if (ask(new Bool("inner"))) r = ask(new Num("both"));
      else r = 10 + ask(new Num("outer only"));
    return r;
  }

  @Comp
  static String nestedDeep(Log log) {
    StringBuilder path = new StringBuilder();
    if (ask(new Bool("a"))) {
      path.append('a');
      if (ask(new Bool("b"))) {
        path.append('b');
        if (path.length() == 2) {
          if (ask(new Bool("c"))) {
            path.append(ask(new Str("c")));
          }
          path.append('.');
        }
        Yield.emit(path.toString());
      } else {
        log.add("not b");
      }
      path.append('!');
    }
    return path.toString();
  }

  @Comp
  static int conditionAssigns() {
    int n;
    if ((n = ask(new Num("n"))) > 0 && n < 3) {
      n = n * 10 + ask(new Num("more"));
    }
    return n;
  }

  @Comp
  static boolean notAndParentheses() {
    boolean done = false;
    if (!(ask(new Bool("a")))) {
      done = (ask(new Bool("b")));
    }
    if (!done) Yield.emit("not done");
    else {
      Yield.emit("done");
    }
    return !(!done);
  }

  @Comp
  static String returnsFromEveryBranch() {
    if (ask(new Bool("left"))) {
      return ask(new Str("left"));
    } else {
      return ask(new Str("right"));
    }
  }

  @Comp
  static String constantConditions() {
    final boolean verbose = true;
    if (verbose) {
      Yield.emit("verbose");
    }
    if (false) {
      Yield.emit("never");
    }
    if (!verbose) {
      return ask(new Str("never"));
    } else {
      return ask(new Str("always"));
    }
  }
}
