package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.elsewhere.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code @Comp} methods that take values of private types. */
class PrivateParametersTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PrivateParametersTest.class);
  }

  interface Sized {
    int size();
  }

  private record Box(int size) implements Sized {}

  private record Bag(int size) implements Sized, Comparable<Bag> {
    @Override
    public int compareTo(Bag other) {
      return Integer.compare(size, other.size);
    }
  }

  private interface Rule {
    int apply(int n);
  }

  private interface RuleOf<T> {
    T apply(T n);
  }

  /** Overridable methods, with overloads that differ in private types alone. */
  static class Packer {
    int packed;

    @Comp
    int pack(Box box) {
      packed += box.size();
      return ask(new Num("box"));
    }

    @Comp
    int pack(Bag bag) {
      packed -= bag.size();
      return ask(new Num("bag"));
    }

    @Comp
    int pack(Sized other) {
      packed *= 2;
      return ask(new Num("sized")) + other.size();
    }

    @Comp
    <B extends Comparable<B>> int pack(B other) {
      packed += other.compareTo(other);
      return ask(new Num("compared"));
    }

    @Comp
    int packAll(Box... boxes) {
      int sum = boxes.getClass() == Box[].class ? 0 : 1000;
      for (Box each : boxes) {
        sum += pack(each);
      }
      return sum;
    }

    @Comp
    Map<String, List<Box>> sort(List<? extends Box> some, Map<String, ? super Box> others) {
      Yield.emit(some.size() + others.size());
      return Map.of("all", new ArrayList<>(some));
    }

    @Comp
    <T extends Box, C extends List<T>> T last(C list, T[] array) {
      int n = Math.abs(ask(new Num("last")));
      return n % 2 == 0 ? list.get(n % list.size()) : array[n % array.length];
    }

    @Comp
    int apply(Rule rule, int n) {
      return rule.apply(n) + ask(new Num("rule"));
    }

    @Comp
    <T> T applyTo(RuleOf<T> rule, T n) {
      Yield.emit(n);
      return rule.apply(n);
    }
  }

  static class WarmPacker extends Packer {
    @Override
    @Comp
    int pack(Box box) {
      return super.pack(new Box(box.size() + 1)) + ask(new Num("warm"));
    }

    @Override
    int pack(Bag bag) {
      return bag.size();
    }

    @Override
    @Comp
    int packAll(Box... boxes) {
      return -super.packAll(boxes) + boxes.length;
    }

    @Override
    @Comp
    int apply(Rule rule, int n) {
      return super.apply(k -> rule.apply(k) + 1, n) * 2;
    }

    @Override
    @Comp
    <T extends Box, C extends List<T>> T last(C list, T[] array) {
      Yield.emit("warm last");
      return super.last(list, array);
    }
  }

  @Comp
  static String packers(Log log) {
    StringBuilder all = new StringBuilder();
    for (Packer each : List.of(new Packer(), new WarmPacker())) {
      Bag bag = new Bag(ask(new Num("size")));
      all.append(each.pack(new Box(2))).append(each.pack(bag)).append(each.pack((Sized) bag));
      all.append(each.pack("text"));
      all.append(each.packAll()).append(each.packAll(new Box(3), new Box(4)));
      all.append(each.packAll(new Box[] {new Box(5)}));
      log.add(all);
    }
    return all.toString();
  }

  @Comp
  static String generics() {
    List<Box> boxes = List.of(new Box(1), new Box(ask(new Num("size"))));
    Packer packer = new WarmPacker();
    Box last = packer.last(boxes, new Box[] {new Box(7)});
    return packer.sort(boxes, Map.of("a", new Object())) + "" + last;
  }

  @Comp
  static String functions() {
    Packer packer = new WarmPacker();
    int factor = ask(new Num("factor"));
    return packer.apply(n -> n * factor, 3)
        + packer.apply(Math::abs, -4)
        + packer.applyTo(s -> s + factor, "text")
        + packer.apply(factor > 0 ? n -> n : n -> -n, ask(new Num("operand")));
  }

  @Comp
  static String nulls(Log log) {
    Packer packer = new WarmPacker();
    try {
      packer.packAll((Box[]) null);
      ask(new Num("nobody asks"));
    } catch (NullPointerException e) {
      log.add("no boxes");
    }
    try {
      return "" + ask(new Num("first")) + packer.packAll((Box) null);
    } catch (NullPointerException e) {
      return "no box" + packer.packed;
    }
  }

  @Comp
  static String statics() {
    return count(new Box(1)) + count(new Bag(2)) + "" + count(List.of(new Box(3)));
  }

  @Comp
  static int count(Box box) {
    return box.size() + ask(new Num("count box"));
  }

  @Comp
  static int count(Bag bag) {
    return bag.size() + ask(new Num("count bag"));
  }

  @Comp
  static int count(List<Box> boxes) {
    return boxes.get(0).size() + ask(new Num("count boxes"));
  }

  static class Locksmith extends Vault {
    @Comp
    String work() {
      return open(keys(ask(new Num("number"))), "work")
          + super.open(keys(1), "work")
          + open(null)
          + super.open(null);
    }
  }

  @Comp
  static String elsewhere() {
    return new Locksmith().work() + new Locksmith().tryAll(ask(new Num("all")));
  }
}
