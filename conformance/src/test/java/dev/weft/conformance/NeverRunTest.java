package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Code that never runs, since a constant condition says so. javac 17 does not compile all of it,
 * but does not mind: it leaves such code out early.
 */
class NeverRunTest {
  private static final boolean IS_ON = false;

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(NeverRunTest.class);
  }

  @Comp
  static String inIf(Log log) {
    Object o = ask(new Str("o"));
    if (IS_ON) {
      log.add(ask(new Num("never")));
      Supplier<Integer> size =
          new Supplier<>() {
            private final boolean isLong =
                o instanceof String s
                    && new Object() {
                      boolean get() {
                        return s.length() > 3;
                      }
                    }.get();
            private char first = isLong ? 'l' : 's';

            @Override
            public Integer get() {
              log.add(first++);
              return isLong ? 1 : 0;
            }
          };
      log.add(size.get());
    } else {
      log.add(ask(new Num("always")));
    }
    return "end " + o;
  }

  @Comp
  static int inElse(Log log, Object o) {
    if (!IS_ON) {
      log.add(ask(new Num("always")));
    } else {
      class Kept {
        Integer size =
            o instanceof String s
                ? switch (s.length()) {
                  case 0:
                    class Empty {
                      int own = s.length();
                    }
                    yield new Empty().own;
                  default:
                    yield 1;
                }
                : 0;
      }
      log.add(new Kept().size + ask(new Num("never")));
    }
    return 1;
  }

  @Comp
  static int inOperands(Object o) {
    int first = IS_ON ? ask(new Num("never")) + o.hashCode() : ask(new Num("always"));
    return IS_ON && ask(new Bool("never")) || first > 0 || !IS_ON ? first : ask(new Num("never"));
  }

  @Comp
  static String inLoop(Log log, Object o) {
    int n = 0;
    while (n++ < 3 && (false & true ^ IS_ON)) {
      log.add(ask(new Num("never")));
    }
    for (log.add("init"); !(IS_ON || n > 0 || !IS_ON); log.add(ask(new Str("update")))) {
      log.add(ask(new Num("never")));
    }
    do {
      n += ask(new Num("once"));
    } while (IS_ON);
    return "end " + n;
  }

  /** What javac 17 crashes for here, it does only when it makes the bytecode. */
  @Comp
  static int arrays(Log log) {
    int n = ask(new Num("first"));
    if (IS_ON) {
      n += ask(new Num("never"));
      if (n > 1) {
        String[] words =
            switch ((Integer) 1000) {
                  default -> IS_ON;
                }
                ? new String[] {"a", (Object) "o" instanceof Integer i ? "i" + i : "o"}
                : new String[] {"b"};
        n += words.length;
      }
    }
    return n;
  }

  @Comp
  static int inPart(Log log) {
    if (ask(new Bool("first")) && IS_ON) {
      log.add(ask(new Num("never")));
      return other(log) + 1;
    }
    return IS_ON || ask(new Bool("second")) ? other(log) : !IS_ON ? 2 : ask(new Num("never"));
  }

  @Comp
  private static int other(Log log) {
    log.add(ask(new Str("other")));
    return 7;
  }

  private static final double[] NUMBERS = {1};

  /** What would be taken apart for javac's sake if it ran holds what javac fails at if it runs. */
  @Comp
  static boolean behindWhatIsAlwaysTrue(Log log, char c) {
    boolean isText = (Object) ask(new Str("o")).trim() instanceof String s && s.length() > 1;
    return ask(new Bool("first")) && isText
        || true
        || (switch (c) {
          case 'a':
            int size = log.tap("never", 1);
          case 'b':
            NUMBERS[0] *=
                switch (c + "") {
                  case "a" -> {
                    try {
                      yield log.tap("never", 2);
                    } finally {
                      log.add("never");
                    }
                  }
                  default -> 0.5;
                };
          default:
            size = 2;
            yield size > 1;
        });
  }
}
