package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Private nested records, classes, enums and interfaces used in bodies. */
class PrivateNestedTypesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PrivateNestedTypesTest.class);
  }

  private record Point(int x, int y) {
    private static final Point ORIGIN = new Point(0, 0);

    Point plus(Point other) {
      return new Point(x + other.x, y + other.y);
    }
  }

  private enum Color {
    RED,
    GREEN,
    BLUE
  }

  private interface Visitor {
    String visit(int n);
  }

  private static final class Node {
    private int value;
    private Node next;

    private Node(int value, Node next) {
      this.value = value;
      this.next = next;
    }
  }

  private static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String message) {
      super(message);
    }
  }

  @Comp
  static String recordLocals() {
    Point p = new Point(ask(new Num("x")), ask(new Num("y")));
    Point q = p.plus(new Point(1, ask(new Num("dy"))));
    List<Point> all = new ArrayList<>();
    all.add(p);
    all.add(q);
    for (Point each : all) {
      Yield.emit(each.x());
    }
    return p + "" + q.y() + Point.ORIGIN;
  }

  @Comp
  static String enumSwitches(Log log) {
    Map<Color, Integer> counts = new EnumMap<>(Color.class);
    for (Color c : Color.values()) {
      switch (c) {
        case RED:
          log.add("red");
          counts.put(c, ask(new Num("red")));
          break;
        default:
          counts.put(c, ask(new Num("other " + c)));
      }
      String name =
          switch (c) {
            case RED -> "r";
            case GREEN -> ask(new Str("green"));
            case BLUE -> "b";
          };
      log.add(name);
    }
    return counts.toString() + Color.valueOf("BLUE").ordinal();
  }

  @Comp
  static String lambdasOfPrivateInterfaces() {
    String s = ask(new Str("s"));
    Visitor v = n -> s + n;
    Function<Integer, Point> f = n -> new Point(n, s.length());
    Yield.emit(v.visit(1));
    return v.visit(ask(new Num("n"))) + f.apply(2);
  }

  @Comp
  static int linkedNodes() {
    Node head = null;
    for (int i = 0; i < 3; i++) {
      head = new Node(ask(new Num("node " + i)), head);
    }
    int sum = 0;
    for (Node n = head; n != null; n = n.next) {
      n.value += ask(new Num("more"));
      sum += n.value;
    }
    return sum;
  }

  @Comp
  static String ownException(Log log) {
    try {
      int n = ask(new Num("n"));
      if (n > 0) throw new Failure("n " + n);
      Yield.emit("fine");
    } catch (Failure e) {
      log.add("caught " + e.getMessage());
      return ask(new Str("after"));
    }
    return "ok";
  }

  @Comp
  static String instanceofAndArrays() {
    Object o = ask(new Bool("point")) ? new Point(1, 2) : Color.GREEN;
    Point[] points = {new Point(3, ask(new Num("n"))), null};
    if (o instanceof Point p) {
      Yield.emit(p.y());
      points[1] = p;
    }
    return points[0] + "" + points[1] + (o instanceof Color);
  }

  @Comp
  private static Point asked(Point from) {
    return from.plus(new Point(ask(new Num("dx")), 1));
  }

  @Comp
  static String delegatedWithPrivateTypes() {
    Point p = asked(asked(Point.ORIGIN));
    return p.toString();
  }

  static class Counted {
    final int count;

    Counted(int... numbers) {
      count = numbers.length;
    }
  }

  @Comp
  static String variableArityWithCaptures() {
    int captured = ask(new Num("captured"));
    Point p = new Point(captured, 2);
    Yield.emit("made");
    class Local {
      final int sum;

      Local(int... numbers) {
        sum = numbers.length + captured;
      }
    }
    Counted counted =
        new Counted(1, p.x()) {
          @Override
          public String toString() {
            return count + ":" + captured;
          }
        };
    return counted + "," + new Local(3, p.y()).sum;
  }
}
