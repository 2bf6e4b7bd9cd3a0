package dev.weft.conformance.fuzz;

import java.util.Map;

/** Classes that all programs have, with {@code @Comp} methods of kinds that are not random. */
final class Family {
  private static final String HEADER =
      """
      package fuzzed;
      import dev.weft.Yield;
      import dev.weft.annotations.Comp;
      import dev.weft.conformance.fuzz.Lib;
      import java.util.*;
      @SuppressWarnings("all")
      """;

  private static final String GREETER =
      """
      public interface Greeter {
        @Comp default int greet(int fuel, int n) throws Exception {
          Lib.log("greet " + n);
          int total = n;
          for (int i = 0; i < 2 && fuel > 0; i++) {
            total += Yield.<Integer>yield("i:greet " + i + this);
          }
          return total;
        }
        @Comp static int counted(int fuel, int n) throws Exception {
          int left = n & 3;
          while (left-- > 0 && Yield.<Boolean>yield("z:counted " + left)) {
            Lib.log(left);
          }
          return left;
        }
      }
      """;

  /** A method of each kind, called through the class above; one does not suspend. */
  private static final String AREA =
      """
      abstract class Area {
        final int size;
        Area(int size) {
          this.size = size;
        }
        static Area of(int n) {
          Lib.log("area " + n);
          return switch (Math.floorMod(n, 5)) {
            case 0 -> null;
            case 1 -> new Plain(n);
            case 2, 3 -> new Square(n);
            default -> new Tile(n);
          };
        }
        @Comp abstract long area(int fuel, int n) throws Exception;
        @Comp String named(int fuel, String name) throws Exception {
          return name + area(fuel - 1, size) + Yield.<String>yield("s:named " + name);
        }
        @Override public String toString() {
          return getClass().getSimpleName() + size;
        }
      }
      class Plain extends Area {
        Plain(int size) {
          super(size);
        }
        @Override @Comp long area(int fuel, int n) {
          return size + n;
        }
      }
      class Square extends Area {
        Square(int size) {
          super(size);
        }
        @Override @Comp long area(int fuel, int n) throws Exception {
          return fuel <= 0 ? 1 : size * Yield.<Long>yield("l:area " + n) + n;
        }
      }
      class Tile extends Square {
        Tile(int size) {
          super(size);
        }
        @Override @Comp long area(int fuel, int n) throws Exception {
          long above = super.area(fuel - 1, n + 1);
          try {
            return Lib.spent() ? 0 : above - Yield.<Integer>yield("i:tile " + above);
          } finally {
            Lib.log("left " + this);
          }
        }
        @Override @Comp String named(int fuel, String name) throws Exception {
          return fuel <= 0 ? name : "[" + super.named(fuel - 1, name) + "]";
        }
      }
      """;

  private static final String CELL =
      """
      class Cell<T> {
        private T value;
        Cell(T value) {
          this.value = value;
        }
        @Comp T swap(int fuel, T next) throws Exception {
          T old = value;
          value = Yield.<Boolean>yield("z:swap " + old) ? next : old;
          return old == null ? value : old;
        }
        @SafeVarargs
        @Comp static <T> List<T> all(int fuel, T... values) throws Exception {
          List<T> found = new ArrayList<>();
          for (T each : values) {
            if (Yield.<Boolean>yield("z:all " + each)) {
              found.add(each);
            }
          }
          return found;
        }
      }
      record Both(int left, String right) {
        @Comp String joined(int fuel, int n) throws Exception {
          return left + right + Yield.<Integer>yield("i:joined " + n + right());
        }
      }
      enum Kind {
        A,
        B;
        @Comp boolean asked(int fuel, Object what) throws Exception {
          Lib.log(this);
          return switch (this) {
            case A -> Yield.<Boolean>yield("z:asked " + what);
            case B -> ordinal() > Yield.<Integer>yield("i:asked " + what);
          };
        }
      }
      """;

  private Family() {}

  /** The files, by class. */
  static Map<String, String> sources() {
    return Map.of(
        Program.PACKAGE + ".Greeter",
        HEADER + GREETER,
        Program.PACKAGE + ".Area",
        HEADER + AREA,
        Program.PACKAGE + ".Cell",
        HEADER + CELL);
  }

  /** Those files that a program names, as far as a reader needs them. */
  static String excerpt(String program) {
    StringBuilder text = new StringBuilder();
    if (program.contains("greet(") || program.contains("Greeter.")) {
      text.append(GREETER);
    }
    if (program.contains("Area.")) {
      text.append(AREA);
    }
    if (program.contains("Cell") || program.contains("new Both(") || program.contains("Kind.")) {
      text.append(CELL);
    }
    return text.toString();
  }

  /** A call of one of the methods whose result has this type, or null. */
  static Node call(Body body, Ty type, int depth) {
    Exprs exprs = body.exprs;
    Dice dice = body.dice;
    String host = body.plan.className();
    return switch (type) {
      case INT ->
          dice.percent(50)
              ? Node.expr(
                  type,
                  "call default",
                  body.hasThis() && !body.inClass ? dice.of("", "this.") : host + ".fresh(fuel).",
                  "greet(fuel - 1, ",
                  exprs.assigned(type, depth),
                  ")")
              : of(type, "Greeter.counted(fuel - 1, ", exprs.assigned(type, depth), ")");
      case LONG ->
          dice.percent(30)
              ? Node.expr(
                  type,
                  "call inner",
                  body.hasThis() && !body.inClass && dice.percent(60)
                      ? Node.expr(type, "", dice.of("", "this."))
                      : Node.expr(type, "", host + ".fresh(", exprs.of(Ty.INT, depth), ")."),
                  "new Inner(",
                  exprs.of(Ty.INT, depth),
                  ").deep(fuel - 1, ",
                  exprs.assigned(type, depth),
                  ")")
              : virtual(type, exprs, "area", exprs.assigned(Ty.INT, depth), depth);
      case STR ->
          switch (dice.below(3)) {
            case 0 -> virtual(type, exprs, "named", exprs.assigned(Ty.STR, depth), depth);
            case 1 ->
                of(
                    type,
                    "new Both(",
                    exprs.of(Ty.INT, depth),
                    ", ",
                    exprs.of(Ty.STR, depth),
                    ").joined(fuel - 1, ",
                    exprs.of(Ty.INT, depth),
                    ")");
            default -> swapped(type, exprs, depth);
          };
      case BOX -> swapped(type, exprs, depth);
      case BOOL ->
          of(type, "Kind." + dice.of("A", "B"), ".asked(fuel - 1, ", exprs.any(depth), ")");
      case LIST ->
          of(
              type,
              "Cell.all(fuel - 1, ",
              exprs.cast(Ty.INT, depth),
              dice.percent(50)
                  ? Node.option("varargs", ", ", exprs.cast(Ty.INT, depth))
                  : Node.none(),
              ")");
      default -> null;
    };
  }

  private static Node of(Ty type, Object... parts) {
    return Node.expr(type, "call family", parts);
  }

  private static Node virtual(Ty type, Exprs exprs, String method, Node argument, int depth) {
    return Node.expr(
        type,
        "call virtual",
        "Area.of(",
        exprs.of(Ty.INT, depth),
        ")." + method + "(fuel - 1, ",
        argument,
        ")");
  }

  private static Node swapped(Ty type, Exprs exprs, int depth) {
    return Node.expr(
        type,
        "call generic class",
        "new Cell<" + type.java + ">(",
        exprs.of(type, depth),
        ").swap(fuel - 1, ",
        exprs.assigned(type, depth),
        ")");
  }
}
