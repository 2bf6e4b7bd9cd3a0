package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Inner classes of generic ones, whose short names stand for types with arguments. */
class GenericInnerClassesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(GenericInnerClassesTest.class);
  }

  static class Tree<T> {
    final T root;

    Tree(T root) {
      this.root = root;
    }

    class Node {
      static final int FANOUT = 2;
      T value = root;

      class Leaf {
        T last = value;
      }

      Node self() {
        return this;
      }
    }

    class Pair<U> {
      final U second;
      T first = root;

      Pair(U second) {
        this.second = second;
      }
    }

    Node node() {
      return new Node();
    }

    @Comp
    String names() {
      Node node = node();
      T value = node.value;
      Node.Leaf leaf = node.new Leaf();
      T last = leaf.last;
      Function<Node, T> values =
          n -> {
            Node own = n.self();
            return own.value;
          };
      Yield.emit(value);
      Pair<Integer> pair = new Pair<>(ask(new Num("n")));
      T first = pair.first;
      return "" + last + first + values.apply(node) + Node.FANOUT + pair.second;
    }

    @Comp
    String subclasses() {
      class Sub extends Node {
        final Node other = node();

        T both() {
          Node own = other;
          return own.value == value ? own.self().value : null;
        }
      }

      Sub sub = new Sub();
      Supplier<Node> nodes = Node::new;
      Yield.emit(sub.both());
      var counted =
          new Pair<String>("p") {
            T third() {
              return first;
            }
          };
      T value = nodes.get().value;
      return ask(new Num("n")) + counted.second + counted.third() + value + sub.both();
    }
  }

  static class Words extends Tree<String> {
    Words(String root) {
      super(root);
    }

    @Comp
    int lengths() {
      Node node = node();
      int length = node.value.length();
      Words.Node same = node;
      length += same.value.length() + ask(new Num("n"));
      class Sub extends Node {
        int length() {
          Node other = node();
          return value.length() + other.value.length();
        }
      }

      Sub sub = new Sub();
      length += sub.length();
      Yield.emit(length);
      return length + new Sub().length() + super.root.length();
    }
  }

  @Comp
  static String inTheHost() {
    String word = ask(new Str("word"));
    return new Tree<>(word).names() + new Tree<>(4).subclasses() + new Words(word).lengths();
  }

  @Comp
  static String inALocalSubclass() {
    String word = ask(new Str("word"));
    class Sub extends Tree<String> {
      final Pair<Long> pair = new Pair<>(4L);

      Sub() {
        super(word);
      }

      class Numbered extends Pair<Integer> {
        Numbered(int n) {
          super(n);
        }

        int sum() {
          Node node = node();
          return second + first.length() + node.value.length();
        }
      }
    }

    Sub sub = new Sub();
    Sub.Numbered numbered = sub.new Numbered(ask(new Num("n")));
    Sub.Node node = sub.node();
    Yield.emit(node.value);
    return numbered.sum() + sub.pair.first + sub.pair.second + node.value;
  }

  @Comp
  static int inAnAnonymousSubclass() {
    var tree =
        new Tree<Integer>(ask(new Num("root"))) {
          final Node kept = new Node();

          Node kept() {
            return kept;
          }
        };
    Yield.emit(tree.root);
    int value = tree.kept().value;
    return value + tree.kept.value + ask(new Num("n"));
  }

  @Comp
  static <T extends Comparable<T>> String ofALocalClass(T t, T other) {
    class Box<U extends Comparable<U>> {
      final U u;

      Box(U u) {
        this.u = u;
      }

      class Lid {
        U below = u;

        class Handle {
          U deep = below;
        }
      }
    }

    Box<T> box = new Box<>(t);
    Yield.emit("made");
    Box<T>.Lid lid = box.new Lid();
    Box<T>.Lid.Handle handle = lid.new Handle();
    Yield.emit(lid.below);
    lid.below = ask(new Bool("other")) ? other : lid.below;
    T least = lid.below.compareTo(handle.deep) < 0 ? lid.below : handle.deep;
    return least + "" + lid.new Handle().deep + ask(new Num("end"));
  }

  @Comp
  static String ofLocalClasses() {
    return ofALocalClass("b", "a") + ofALocalClass(1, 2);
  }

  @Comp
  static String inheritedFromAnInterface() {
    String word = ask(new Str("word"));
    class Single extends AbstractMap<String, String> {
      @Override
      public Set<Entry<String, String>> entrySet() {
        Entry<String, String> entry = Map.entry("k", word);
        return Set.of(entry);
      }
    }

    Single map = new Single();
    Yield.emit(map.size());
    return map.toString();
  }
}
