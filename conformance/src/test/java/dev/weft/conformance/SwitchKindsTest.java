package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Switch expressions whose type is their own, where a primitive of it or an object is kept. */
class SwitchKindsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(SwitchKindsTest.class);
  }

  static String kind(Object o) {
    return o == null ? "null" : o.getClass().getSimpleName() + " " + o;
  }

  @Comp
  static Object nullInBranchOfConditional() {
    long n = ask(new Num("n"));
    boolean b = ask(new Bool("b"));
    Object result =
        b
            ? 0
            : switch (ask(new Num("key"))) {
              case 1 -> null;
              default -> n;
            };
    return kind(result);
  }

  @Comp
  static Object nullInOperand() {
    long n = ask(new Num("n"));
    Object sum =
        switch (ask(new Num("key"))) {
              case 1 -> null;
              default -> n;
            }
            + ask(new Num("right"));
    return kind(sum);
  }

  @Comp
  static boolean nullInTruth() {
    boolean b = ask(new Bool("b"));
    return (switch (ask(new Num("left"))) {
              case 1 -> null;
              default -> b;
            }
            && switch (ask(new Num("right"))) {
              case 2 -> null;
              default -> b;
            })
        | ask(new Bool("c"));
  }

  @Comp
  static Object nullInBranchOfSwitch() {
    long n = ask(new Num("n"));
    Object sum =
        switch (ask(new Num("outer"))) {
              case 1 ->
                  switch (ask(new Num("inner"))) {
                    case 1 -> null;
                    default -> n;
                  };
              case 2 -> {
                int m = ask(new Num("m"));
                yield switch (m) {
                  case 1 -> null;
                  default -> n + m;
                };
              }
              default -> 3;
            }
            + 1;
    return kind(sum);
  }

  @Comp
  static String numbersInBranchOfSwitch() {
    long n = ask(new Num("n"));
    return kind(
        (Object)
            (switch (ask(new Num("outer"))) {
              case 1 -> {
                int m = ask(new Num("m"));
                yield switch (m) {
                  case 1 -> 1;
                  default -> n;
                };
              }
              case 2 ->
                  switch (ask(new Num("inner"))) {
                    case 1 -> 'c';
                    default -> 1.5;
                  };
              default -> "three";
            }));
  }

  @Comp
  static String numbersInText() {
    long n = ask(new Num("n"));
    return "is "
        + switch (ask(new Num("outer"))) {
          case 1 -> {
            int m = ask(new Num("m"));
            yield switch (m) {
              case 1 -> 1;
              default -> n + 0.5;
            };
          }
          default -> "three";
        };
  }

  @Comp
  static String numbersOfCopiedYields() {
    long n = ask(new Num("n"));
    return "is "
        + switch (ask(new Num("outer"))) {
          case 1 -> {
            if (n > 0) {
              yield switch ((int) n) {
                case 1 -> 1;
                default -> n + 0.5;
              };
            }
            yield ask(new Str("s"));
          }
          default -> "three";
        };
  }
}
