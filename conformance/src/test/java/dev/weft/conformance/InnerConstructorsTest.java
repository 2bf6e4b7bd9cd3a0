package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
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

  static class Store extends Shop {
    @Comp
    String anonymousSubclasses() {
      int n = ask(new Num("n"));
      int bare = ask(new Num("m")) + new Item() {}.price();
      var named =
          new Item(n, 1, 2) {
            final int own = n;

            @Override
            int price() {
              return super.price() + own + id;
            }
          };
      id += ask(new Num("id"));
      int argument =
          ask(new Num("k"))
              + new Item(ask(new Num("more"))) {
                int twice() {
                  return 2 * price;
                }
              }.twice();
      Supplier<Item> later = () -> new Item(n) {};
      return bare + "," + named.price() + named.own + "," + argument + later.get().price;
    }

    @Comp
    String constructors() {
      int n = ask(new Num("n"));
      Shop other = new Shop();
      other.id = 7;
      class Sub extends Item {
        final String made;

        Sub(Shop shop) {
          shop.super(n);
          made = "elsewhere";
        }

        Sub(Shop shop, String made) {
          shop.super();
          this.made = made;
        }

        Sub() {
          super(n, 1);
          made = "here";
        }

        Sub(int times) {
          this();
          price *= times;
        }

        Sub(String made) {
          this.made = made;
        }

        @Override
        public String toString() {
          return made + price();
        }
      }

      class Below extends Sub {
        Below(Shop shop) {
          super(shop, "below");
        }
      }

      Sub elsewhere = new Sub(other);
      Yield.emit(elsewhere);
      String all = "" + new Sub() + new Sub(ask(new Num("times"))) + new Sub("s");
      return all + elsewhere + new Below(other) + ask(new Str("end"));
    }
  }

  @Comp
  static String anonymousSubclasses() {
    return new Store().anonymousSubclasses();
  }

  @Comp
  static String constructors() {
    return new Store().constructors();
  }

  @Comp
  static String constructorsWithoutAnInstance() {
    class Sub extends Shop.Item {
      Sub(Shop shop) {
        shop.super(2);
      }

      Sub(int n) {
        new Shop().super(n);
      }
    }

    Sub sub = new Sub(new Shop());
    Yield.emit(sub.price());
    return sub.price + "," + new Sub(ask(new Num("n"))).price();
  }
}
