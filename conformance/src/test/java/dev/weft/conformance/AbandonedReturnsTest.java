package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** A return in a finally comes to nothing, and the one that it interrupted goes on. */
@SuppressWarnings({"finally", "try"})
class AbandonedReturnsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(AbandonedReturnsTest.class);
  }

  @Comp
  static String byABreak(Log log) {
    int n = ask(new Num("n"));
    try {
      return "first " + n;
    } finally {
      log.add("cleanup");
      label:
      try {
        if (n < 3) {
          return log.tap("second", "second");
        }
      } finally {
        log.add("inner cleanup");
        if (n < 2) {
          break label;
        }
      }
    }
  }

  @Comp
  static int byAnException(Log log) {
    int n = ask(new Num("n"));
    try {
      return n * 10;
    } finally {
      try (AutoCloseable resource =
          () -> {
            log.add("close");
            if (n < 2) {
              throw new IllegalStateException("close");
            }
          }) {
        if (n < 3) {
          return log.tap("second", n);
        }
      } catch (Exception e) {
        log.add(e.getMessage());
      }
    }
  }

  @Comp
  static int inALoop(Log log) {
    int least = ask(new Num("least"));
    for (int i = 0; ; i++) {
      try {
        if (i == 1) {
          return log.tap("first", i + ask(new Num("first")));
        }
      } finally {
        while (true) {
          try {
            return log.tap("second", -i);
          } finally {
            if (least < 2) {
              break;
            }
          }
        }
      }
    }
  }

  @Comp
  static String insideAnother(Log log) {
    int n = ask(new Num("n"));
    try {
      try {
        return "first";
      } finally {
        do {
          try {
            return log.tap("second", "second");
          } finally {
            if (n < 2) {
              continue;
            }
          }
        } while (false);
      }
    } finally {
      log.add(ask(new Num("cleanup")));
    }
  }
}
