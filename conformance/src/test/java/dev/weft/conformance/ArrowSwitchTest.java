package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.time.DayOfWeek;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The {@code switch} statement with arrows. */
class ArrowSwitchTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ArrowSwitchTest.class);
  }

  @Comp
  static String expressionBranches(Log log) {
    switch (ask(new Num("n"))) {
      case 0 -> log.add("zero");
      case 1, 2 -> Yield.emit("one or two");
      case 3 -> log.add(ask(new Str("three")));
      default -> log.add("default");
    }
    return "end";
  }

  @Comp
  static int blockBranches(Log log) {
    int result = 0;
    switch (Yield.<String>yield(Q.str("s"))) {
      case "alpha", "b" -> {
        int n = ask(new Num("known"));
        result = n * 2;
      }
      case "" -> {}
      default -> {
        log.add("unknown");
        result = ask(new Num("unknown")) + ask(new Num("second"));
      }
    }
    return result;
  }

  @Comp
  static String throwBranches(Log log) {
    try {
      switch (ask(new Num("n"))) {
        case 0 -> throw new IllegalStateException("zero");
        case 1 -> throw new IllegalArgumentException("got " + ask(new Str("text")));
        default -> Yield.emit("fine");
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      log.add("caught " + e.getMessage());
      return ask(new Str("after"));
    }
    return "fine";
  }

  @Comp
  static String breakInside(Log log) {
    String s = "";
    for (int i = 0; i < 4; i++) {
      switch (ask(new Num("n" + i))) {
        case 0 -> {
          if (ask(new Bool("break"))) {
            break;
          }
          s += "kept";
        }
        case 1 -> {
          log.add("continue");
          continue;
        }
        case 2 -> {
          return s + "returned";
        }
        default -> s += i;
      }
      s += ".";
    }
    return s;
  }

  @Comp
  static String onEnum() {
    DayOfWeek day = Yield.yield(Q.oneOf("day", (Object[]) DayOfWeek.values()));
    String s = "?";
    switch (day) {
      case MONDAY, TUESDAY -> s = ask(new Str("early"));
      case WEDNESDAY -> {
        s = "mid";
        Yield.emit(s);
      }
      default -> {}
    }
    return day + s;
  }

  @Comp
  static String noDefault(Log log) {
    switch (ask(new Num("n"))) {
      case 1 -> Yield.emit("one");
      case 2 -> log.add("two");
    }
    return ask(new Str("end"));
  }

  @Comp
  static String nested(Log log) {
    String s = "";
    switch (ask(new Num("outer"))) {
      case -1, 0 -> {
        switch (Yield.<TimeUnit>yield(Q.oneOf("unit", TimeUnit.DAYS, TimeUnit.HOURS))) {
          case DAYS -> s = "days" + ask(new Num("days"));
          default -> s = "other";
        }
        s += ";";
      }
      case 1 -> {
        switch (ask(new Num("old"))) {
          case 1:
            s = "old one";
            break;
          default:
            s = "old rest" + ask(new Str("rest"));
        }
      }
      default -> log.add("default");
    }
    return s;
  }

  @Comp
  static int definiteAssignment() {
    int x;
    switch (ask(new Num("n"))) {
      case 0 -> x = 0;
      case 1 -> x = ask(new Num("x"));
      default -> {
        Yield.emit("default");
        x = -1;
      }
    }
    Yield.emit(x);
    return x;
  }

  @Comp
  static String loopInsideBranch(Log log) {
    String s = "";
    switch (ask(new Num("n"))) {
      case 0, 1 -> {
        for (int i = 0; i < 3; i++) {
          String part = ask(new Str("part " + i));
          if (part.isEmpty()) break;
          s += part;
        }
        log.add(s);
      }
      case 2 -> {
        while (ask(new Bool("more"))) s += "m";
      }
      default -> s = "none";
    }
    return s;
  }

  @Comp
  static String sameLocalInBranches() {
    switch (ask(new Num("n"))) {
      case 0 -> {
        int value = ask(new Num("int"));
        Yield.emit(value);
        return "int " + value;
      }
      case 1 -> {
        String value = ask(new Str("string"));
        Yield.emit(value);
        return "string " + value;
      }
      default -> {
        double value = Yield.yield(Q.dbl("double"));
        Yield.emit(value);
        return "double " + value;
      }
    }
  }
}
