package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.time.DayOfWeek;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The {@code switch} statement with colons: fall-through, defaults anywhere, every selector type.
 */
@SuppressWarnings("fallthrough")
class OldSwitchTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(OldSwitchTest.class);
  }

  @Comp
  static int selectorSuspends(Log log) {
    int result = 0;
    switch (ask(new Num("n"))) {
      case 0:
        log.add("zero");
        break;
      case 1:
      case 2:
        log.add("one or two");
        result = 12;
        break;
      default:
        log.add("default");
        result = -1;
    }
    return result;
  }

  @Comp
  static String branchesSuspend(Log log) {
    int n = ask(new Num("n"));
    String s = "";
    switch (n) {
      case -1:
        s = ask(new Str("minus"));
        break;
      case 0:
        return ask(new Str("zero"));
      case 1:
        s += ask(new Str("one"));
      case 2:
        s += ask(new Str("two"));
        log.add("fallen into two");
      default:
        s += ask(new Str("rest"));
    }
    return s + "!";
  }

  @Comp
  static String defaultInTheMiddle(Log log) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      switch (ask(new Num("n" + i))) {
        case 1:
          s.append("one ");
          Yield.emit("one");
        default:
          s.append("default ");
          if (ask(new Bool("break"))) {
            log.add("break");
            break;
          }
        case 3:
          s.append("three ");
          Yield.emit("three");
      }
    }
    return s.toString();
  }

  @Comp
  static String defaultFirst() {
    String s = "";
    switch (Yield.<Integer>yield(Q.num("n", 1, 5))) {
      default:
        s += "d" + ask(new Str("default"));
      case 1:
        s += "1" + ask(new Str("one"));
        break;
      case 2:
        s += "2";
    }
    return s;
  }

  @Comp
  static String onStrings(Log log) {
    String s = Yield.yield(Q.oneOf("s", "Aa", "BB", "C#", "", "other"));
    switch (s) {
      case "Aa":
        log.add("same hash");
        s += ask(new Str("Aa"));
      case "BB":
        s += ask(new Str("BB"));
        break;
      case "":
        s = "empty";
        break;
      case "C" + "#":
        s = "sharp" + ask(new Str("sharp"));
    }
    return s;
  }

  @Comp
  static String onCharacters() {
    String out = "";
    for (char c : "a1?".toCharArray()) {
      switch (c) {
        case 'a':
        case 'b':
          out += "letter " + ask(new Str("letter"));
          continue;
        case '0':
        case '1':
          out += "digit ";
          break;
        default:
          out += ask(new Str("mark"));
      }
      out += c;
    }
    switch (Yield.<Character>yield(Q.chr("c"))) {
      case 'a':
        out += "first";
      case 'c':
        out += ask(new Str("c"));
    }
    return out;
  }

  @Comp
  static String onEnums(Log log) {
    DayOfWeek day = Yield.yield(Q.oneOf("day", (Object[]) DayOfWeek.values()));
    String plan = "";
    switch (day) {
      case SATURDAY:
        plan += ask(new Str("shopping"));
      case SUNDAY:
        plan += ask(new Str("sleep"));
        break;
      case FRIDAY:
        log.add("nearly");
      default:
        plan += "work" + ask(new Num("hours on " + day));
    }
    return plan;
  }

  @Comp
  static int onBoxedAndSmallTypes() {
    int sum = 0;
    Integer boxed = Yield.yield(Q.num("boxed"));
    switch (boxed) {
      case 1:
        sum += ask(new Num("one"));
        break;
      case 2:
        sum += 20;
    }
    byte b = (byte) (int) ask(new Num("byte"));
    switch (b) {
      case -1:
        sum -= ask(new Num("minus"));
      case 3:
        sum *= 2;
    }
    return sum;
  }

  @Comp
  static int nullSelector(Log log) {
    String s = Yield.yield(Q.oneOf("s", null, "x", "y"));
    try {
      switch (s) {
        case "x":
          return ask(new Num("x"));
        default:
          return 1;
      }
    } catch (NullPointerException e) {
      log.add("caught null");
      return 0;
    }
  }

  @Comp
  static int localsSharedByCases() {
    int n = ask(new Num("n"));
    switch (n) {
      case 0:
        int local = 5;
        local += ask(new Num("zero"));
        return local;
      case 1:
        local = ask(new Num("one"));
        Yield.emit(local);
        return local * 2;
      default:
        int other;
        local = other = ask(new Num("other"));
        Yield.emit(other);
        return local + other;
    }
  }

  @Comp
  static String nestedSwitches(Log log) {
    String s = "";
    switch (ask(new Num("outer"))) {
      case -1:
      case 0:
        switch (ask(new Num("inner"))) {
          case 0:
            s = "00" + ask(new Str("both"));
            break;
          case 1:
            s = "01";
          default:
            log.add("inner default");
        }
        s += "|";
        break;
      case 1:
        switch (s) {
          case "":
            s = ask(new Str("empty"));
        }
      default:
        s += "end" + ask(new Str("end"));
    }
    return s;
  }

  @Comp
  static String inLoopWithContinue(Log log) {
    String text = "";
    int state = 0;
    while (state != 9) {
      switch (state) {
        case 0:
          text += ask(new Str("start"));
          state = text.isEmpty() ? 2 : 1;
          continue;
        case 1:
          state = 1 + Math.abs(ask(new Num("from one")));
          break;
        case 2:
          log.add("two");
          if (ask(new Bool("finish"))) {
            state = 9;
            break;
          }
          state = 3;
        case 3:
          text += "3";
        default:
          state = text.length() > 4 ? 9 : state - 1;
      }
      log.add("state " + state);
    }
    return text;
  }

  @Comp
  static int onlyDefaultAndEmpty() {
    switch (ask(new Num("n"))) {
      default:
        Yield.emit("only default");
    }
    switch (ask(new Num("m"))) {
    }
    switch (ask(new Num("k"))) {
      case 1:
      case 2:
    }
    return 3;
  }

  @Comp
  static int suspensionFreeSwitchBetween() {
    int n = ask(new Num("n"));
    int r;
    switch (n) {
      case 1:
        r = 10;
        break;
      case 2:
        r = 20;
        break;
      default:
        r = 0;
    }
    return r + ask(new Num("m"));
  }

  enum Light {
    RED,
    AMBER,
    GREEN
  }

  @Comp
  static String everyConstantAndADefault(Log log) {
    Light light = Yield.yield(Q.oneOf("light", (Object[]) Light.values()));
    String text = "";
    switch (light) {
      default:
        text += ask(new Str("never"));
      case GREEN:
        text += "go";
        break;
      case RED:
        log.add("stop");
      case AMBER:
        text += ask(new Str("wait"));
        log.add("waited");
    }
    return text + light;
  }
}
