package dev.weft.conformance.names;

import dev.weft.conformance.Conformance;
import dev.weft.conformance.Log;
import dev.weft.conformance.Q;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The user's own classes with the names of ours, in the same package. */
class OwnNamesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(OwnNamesTest.class);
  }

  static class Step {
    int n;
  }

  @dev.weft.annotations.Comp
  static String both() {
    Yield harvest = new Yield(dev.weft.Yield.<Integer>yield(Q.num("grain")));
    int n = Yield.yield("not ours") + Yield.ask("neither");
    Step step = new Step();
    step.n = n + dev.weft.Yield.<Integer>yield(Q.num("n"));
    return harvest + "" + step.n + helper();
  }

  @Comp
  static int helper() {
    return Yield.yield("plain");
  }

  static int $ = 1;
  static int _$ = 2;
  static int $$ = 3;
  static int x = 4;
  static int at_ = 5;

  static int $L() {
    return 6;
  }

  @dev.weft.annotations.Comp
  static String dollars(Log log) {
    int $L = dev.weft.Yield.<Integer>yield(Q.num("$L"));
    String $T = "$S$N$$" + $L;
    int this$0 = $ + _$ + $$;
    int val$x = dev.weft.Yield.<Integer>yield(Q.num("$T.class"));
    IntSupplier $_ = () -> $L + val$x + this$0;
    int x_ = $_.getAsInt();
    int at = x + at_;
    int at_ = OwnNamesTest.at_ + x_;
    IntSupplier at__ = () -> x_ + at + at_;
    log.add($T + $L() + dev.weft.Yield.yield(Q.str("s")));
    {
      int t1 = 1;
      int t1_ = dev.weft.Yield.<Integer>yield(Q.num("t")) + t1;
      log.add(t1_ + at__.getAsInt());
    }
    return $T + this$0 + x_;
  }

  @dev.weft.annotations.Comp
  static String sameNames(Log log) {
    String s = "";
    for (int i = 0; i < 2; i++) {
      int part1 = dev.weft.Yield.<Integer>yield(Q.num("part"));
      s += part1;
    }
    for (long i = 5; i < 7; i++) {
      String part1 = dev.weft.Yield.yield(Q.str("again"));
      s += part1 + i;
      {
        char n = 'c';
        s += n;
      }
      double n = i + dev.weft.Yield.<Integer>yield(Q.num("n"));
      s += n;
    }
    int outcome = 1;
    int signal = dev.weft.Yield.<Integer>yield(Q.num("signal"));
    int failure = signal;
    int exit = 3;
    int result = 4;
    int pending = 5;
    try {
      result += dev.weft.Yield.<Integer>yield(Q.num("result"));
      if (result > 4) return s;
    } catch (IllegalStateException thrown) {
      log.add("caught " + dev.weft.Yield.yield(Q.str("thrown")) + thrown.getMessage());
      int caught = 7;
      exit += caught;
    } finally {
      exit += dev.weft.Yield.<Integer>yield(Q.num("exit")) + failure;
      log.add("finally " + exit);
    }
    return s + outcome + signal + exit + result + pending;
  }

  @dev.weft.annotations.Comp
  String namesOfFields(Log log) {
    int Objects = dev.weft.Yield.<Integer>yield(Q.num("Objects"));
    int NEXT = dev.weft.Yield.<Integer>yield(Q.num("NEXT"));
    int DONE = dev.weft.Yield.<Integer>yield(Q.num("DONE"));
    int ready = dev.weft.Yield.<Integer>yield(Q.num("ready"));
    int java = dev.weft.Yield.<Integer>yield(Q.num("java"));
    log.add(Objects + NEXT + DONE);
    int outcome = dev.weft.Yield.<Integer>yield(Q.num("outcome"));
    {
      int Integer = NEXT + outcome;
      log.add(Integer);
    }
    for (int NEXT2 = 0; NEXT2 < 1; NEXT2++) {
      log.add(NEXT2);
    }
    return "" + Objects + NEXT + DONE + ready + java + outcome;
  }

  @dev.weft.annotations.Comp
  static String fields(Log log) {
    return new OwnNamesTest().namesOfFields(log);
  }

  int state = 10;

  int part1() {
    return 11;
  }

  static class Base {
    protected int hidden = 20;

    int t1() {
      return 21;
    }
  }

  @dev.weft.annotations.Comp
  static int hiddenByMembers(Log log) {
    int hidden = dev.weft.Yield.<Integer>yield(Q.num("hidden"));
    int shown = dev.weft.Yield.<Integer>yield(Q.num("shown"));
    Base base =
        new Base() {
          int shown_ = 5;

          @Override
          int t1() {
            return super.t1() + hidden + shown + shown_;
          }
        };
    IntSupplier lambda = () -> hidden + shown;
    log.add(dev.weft.Yield.yield(Q.num("n")));
    return base.t1() + lambda.getAsInt() + base.hidden;
  }

  @dev.weft.annotations.Comp
  int methodsOfTheHost() {
    int part1 = part1() + dev.weft.Yield.<Integer>yield(Q.num("n"));
    IntSupplier s =
        new IntSupplier() {
          int part1() {
            return 1;
          }

          @Override
          public int getAsInt() {
            return part1()
                + OwnNamesTest.this.part1()
                + OwnNamesTest.this.state
                + part1
                + hashCodeOf();
          }

          private int hashCodeOf() {
            return state;
          }
        };
    return s.getAsInt() + dev.weft.Yield.<Integer>yield(Q.num("m"));
  }

  @dev.weft.annotations.Comp
  static int host() {
    return new OwnNamesTest().methodsOfTheHost();
  }
}
