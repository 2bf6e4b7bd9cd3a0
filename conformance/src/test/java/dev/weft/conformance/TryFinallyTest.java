package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code finally} with suspensions in the {@code try}, the {@code catch} and the {@code finally}
 * itself.
 */
@SuppressWarnings("finally")
class TryFinallyTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(TryFinallyTest.class);
  }

  @Comp
  static int plainFinally(Log log) {
    int n = 0;
    try {
      log.add("try");
      n = ask(new Num("a"));
      n += ask(new Num("b"));
    } finally {
      log.add("finally " + n);
    }
    log.add("after");
    return n;
  }

  @Comp
  static int finallySuspends(Log log) {
    int n = 1;
    try {
      log.add("try");
      n = 2;
    } finally {
      n += ask(new Num("in finally"));
      log.add("finally done");
    }
    return n;
  }

  @Comp
  static int allThreeSuspend(Log log) {
    int n = 0;
    try {
      n = ask(new Num("try"));
      if (n > 1) throw new IllegalStateException("n " + n);
    } catch (IllegalStateException e) {
      log.add("caught " + e.getMessage());
      n = ask(new Num("catch"));
      if (n > 1) throw new IllegalArgumentException("m " + n);
    } finally {
      log.add("finally begins");
      n += 100 * ask(new Num("finally"));
      log.add("finally ends");
    }
    return n;
  }

  @Comp
  static int returnValueIsSavedFirst(Log log) {
    int n = ask(new Num("n"));
    try {
      return n++;
    } finally {
      n = 1000;
      log.add("finally " + n);
      Yield.emit("still " + n);
    }
  }

  @Comp
  static String returnThatSuspends(Log log) {
    try {
      return log.tap("left", "l") + ask(new Str("value"));
    } finally {
      log.add("finally");
    }
  }

  @Comp
  static int returnInFinallyWins(Log log) {
    try {
      if (ask(new Bool("throw"))) throw new IllegalStateException("lost");
      return ask(new Num("lost"));
    } finally {
      log.add("finally");
      return 42;
    }
  }

  @Comp
  static int suspendingReturnInFinally(Log log) {
    try {
      log.add(1 / ask(new Num("by")));
      return 1;
    } finally {
      if (ask(new Bool("override"))) {
        return ask(new Num("override value"));
      }
      log.add("finally without return");
    }
  }

  @Comp
  static String breakAndContinueInTry(Log log) {
    String s = "";
    for (int i = 0; i < 4; i++) {
      try {
        int n = ask(new Num("n" + i));
        if (n == 0) continue;
        if (n == 3) break;
        s += n;
      } finally {
        log.add("finally " + i);
        s += ask(new Str("f" + i));
      }
      s += ";";
    }
    return s;
  }

  @Comp
  static String breakAndContinueInFinally(Log log) {
    String s = "";
    for (int i = 0; i < 4; i++) {
      try {
        int n = ask(new Num("n" + i));
        if (n == 1) return "returned";
        if (n == 2) throw new IllegalStateException("two");
        s += n;
      } finally {
        log.add("finally " + i);
        if (ask(new Bool("break"))) break;
        if (i == 1) continue;
      }
      s += ";";
    }
    return s;
  }

  @Comp
  static int nestedFinallies(Log log) {
    int depth = 0;
    outer:
    while (depth < 3) {
      try {
        depth++;
        try {
          switch (ask(new Num("what"))) {
            case 0:
              continue outer;
            case 1:
              break outer;
            case 2:
              return depth;
            case 3:
              throw new IllegalStateException("three");
            default:
              log.add("on");
          }
        } finally {
          log.add("finally inner " + depth);
          Yield.emit("inner");
        }
      } catch (IllegalStateException e) {
        log.add("caught " + e.getMessage());
      } finally {
        log.add("finally outer " + depth);
        Yield.emit("outer");
      }
      log.add("end of round");
    }
    return -depth;
  }

  @Comp
  static String exceptionReplacedByFinally(Log log) {
    try {
      try {
        if (ask(new Bool("fail first"))) throw new IllegalStateException("first");
        return "ok";
      } finally {
        log.add("finally");
        if (ask(new Bool("fail second"))) throw new IllegalArgumentException("second");
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      log.add("caught " + e);
      return e.getMessage();
    }
  }

  @Comp
  static int exceptionInFinallyWithoutSuspension(Log log) {
    int n = ask(new Num("n"));
    try {
      n = 10 / ask(new Num("by"));
    } finally {
      log.add("finally");
      n = n / (n - 5);
    }
    return n;
  }

  @Comp
  static String tryInsideFinally(Log log) {
    String s = "";
    try {
      s = ask(new Str("body"));
    } finally {
      try {
        s += ask(new Str("in finally"));
        if (s.length() > 6) throw new IllegalStateException("long");
      } catch (IllegalStateException e) {
        log.add("caught " + e.getMessage());
        s = "short";
        Yield.emit("shortened");
      } finally {
        log.add("finally of finally");
      }
      log.add("finally " + s);
    }
    return s;
  }

  @Comp
  static int loopInsideFinally(Log log) {
    int released = 0;
    try {
      return ask(new Num("value"));
    } finally {
      for (int i = 0; i < 3; i++) {
        if (!ask(new Bool("release " + i))) continue;
        released++;
      }
      log.add("finally released " + released);
    }
  }

  @Comp
  static void lock(Log log) {
    java.util.concurrent.locks.Lock lock = new java.util.concurrent.locks.ReentrantLock();
    boolean held = false;
    try {
      if (ask(new Bool("lock"))) {
        held = true;
        log.add("locked");
      }
      Yield.emit("working");
    } finally {
      if (held) {
        log.add("finally unlocked");
      }
    }
    lock.lock();
    try {
      log.add("no suspension in here");
    } finally {
      lock.unlock();
    }
  }

  @Comp
  static int finallyOfATryThatNeverCompletes(Log log) {
    int n = 0;
    try {
      while (true) {
        n += ask(new Num("n"));
        if (n > 2) throw new IllegalStateException("over " + n);
        if (n < -2) return n;
        if (ask(new Bool("enough"))) return 7;
      }
    } catch (IllegalStateException e) {
      log.add("caught " + e.getMessage());
      return -7;
    } finally {
      log.add("finally");
    }
  }

  @Comp
  @SuppressWarnings("finally")
  static String finallyThatNeverCompletes(Log log) {
    left:
    {
      try {
        log.add(ask(new Num("in try")));
      } finally {
        switch (ask(new Num("way"))) {
          case 1:
            log.add(ask(new Str("one")));
            break left;
          default:
            log.add("other");
            break left;
        }
      }
    }
    try {
      return "returned " + ask(new Str("value"));
    } finally {
      while (true) {
        if (ask(new Bool("enough"))) {
          return "replaced";
        }
      }
    }
  }

  /** A jump is on its way out when something else puts an end to it. */
  @Comp
  @SuppressWarnings("finally")
  static String jumpsThatAreTakenBack(Log log) {
    for (int i = 0; i < 4; i++) {
      try {
        try {
          if (ask(new Bool("return?"))) {
            return "returned";
          }
          if (i == 2) {
            break;
          }
          log.add("in try");
        } finally {
          fail(log);
        }
      } catch (IllegalStateException e) {
        log.add("caught " + e.getMessage());
      } finally {
        log.add(ask(new Num("finally")));
      }
      try {
        Yield.emit(i);
        while (true) {
          try {
            if (i > 0) {
              return "replaced";
            }
            break;
          } finally {
            break;
          }
        }
        log.add("behind");
      } finally {
        log.add(ask(new Num("finally again")));
      }
    }
    return "end " + ask(new Str("end"));
  }

  @Comp
  static int returnThatTheOwnCatchTakesBack(Log log) {
    try {
      try {
        if (ask(new Bool("return?"))) {
          return 1;
        }
      } finally {
        if (log.tap("fails?", ask(new Bool("fail?")))) {
          fail(log);
        }
      }
    } catch (IllegalStateException e) {
      log.add("caught");
    } finally {
      log.add(ask(new Num("finally")));
    }
    return ask(new Num("end"));
  }

  private static void fail(Log log) {
    log.add("fail");
    throw new IllegalStateException("failed");
  }
}
