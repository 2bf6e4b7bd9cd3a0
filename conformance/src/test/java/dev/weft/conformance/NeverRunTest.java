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
  static boolean inOperands(Object o) {
    boolean isFirst =
        IS_ON
            && ask(new Bool("never"))
            && new Object() {
              final boolean isLong =
                  o instanceof String s
                      && new Object() {
                            final int length = s.length();
                          }.length
                          > 3;
            }.isLong;
    int second =
        IS_ON
            ? ask(new Num("never"))
                + new Object() {
                  final int length =
                      o instanceof String s
                          ? new Object() {
                            final int own = s.length();
                          }.own
                          : 0;
                }.length
            : ask(new Num("always"));
    return isFirst || second > 1;
  }
}
