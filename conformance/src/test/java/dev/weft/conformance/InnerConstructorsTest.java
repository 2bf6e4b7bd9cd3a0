package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Constructors of inner classes, named without the object that they belong to. */
class InnerConstructorsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(InnerConstructorsTest.class);
  }

  static class Shop {
    int id = 1;

    class Item {
      int price = id * 10;

      Item() {}

      Item(int more, int... most) {
        price += more + most.length;
      }

      int price() {
        return price + id;
      }
    }

    class Box<T> {
      final T content;

      Box(T content) {
        this.content = content;
      }
    }

    private class Secret {
      private final int code;

      private Secret(int code) {
        this.code = code + id;
      }
    }

    class Shelf {
      @Comp
      String outerReferences() {
        Supplier<Item> items = Item::new;
        id += ask(new Num("id"));
        return items.get().price() + ":" + ask(new Num("n"));
      }
    }

    @Comp
    String references() {
      Supplier<Item> plain = Item::new;
      IntFunction<Item> priced = Item::new;
      Function<String, Box<String>> boxes = Box::new;
      Function<String, Box<String>> typed = Box<String>::new;
      IntFunction<Object> secrets = Secret::new;
      IntFunction<Item[]> arrays = Item[]::new;
      id += ask(new Num("id"));
      Supplier<Supplier<Item>> nested = () -> Item::new;
      String all = plain.get().price() + "," + priced.apply(ask(new Num("price"))).price();
      all += boxes.apply(ask(new Str("s"))).content + typed.apply("t").content;
      all += ((Secret) secrets.apply(ask(new Num("code")))).code + arrays.apply(2).length;
      return all + nested.get().get().price() + new Shelf().outerReferences();
    }
  }

  @Comp
  static String references() {
    return new Shop().references();
  }
}
