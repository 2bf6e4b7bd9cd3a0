package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.elsewhere.Foreign;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code super} in anonymous and local classes: their own, and that of the classes around. */
@SuppressWarnings("static")
class SuperInClassBodiesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(SuperInClassBodiesTest.class);
  }

  interface Named {
    default String name() {
      return "named";
    }
  }

  static class Top {
    private String hidden = "hidden";
    static String common = "common";

    private String secret(int n) {
      return hidden + n;
    }

    static String open(int n) {
      return common + n;
    }

    String text() {
      return "top";
    }
  }

  @Comp
  static String cache() {
    int most = ask(new Num("most"));
    Map<String, Integer> cache =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return super.removeEldestEntry(eldest) || size() > most;
          }
        };
    for (String key : new String[] {"a", "b", "c"}) {
      cache.put(key, ask(new Num(key)));
    }
    return cache.toString();
  }

  @Comp
  static String inheritedFromAnotherPackage() {
    String word = ask(new Str("word"));
    class Sub extends Foreign<String> {
      Sub() {
        super(word);
      }

      @Override
      protected String plain(String s, int... more) {
        super.count += more.length;
        Sub.super.count++;
        Function<String, String> above = super::plain;
        Supplier<String> own = () -> this.plain(Sub.this.kept + super.kept);
        return above.apply(s) + (more.length > 1 ? own.get() : super.plain(kept, 1, 2));
      }

      String statics() {
        shared = Foreign.shared + "";
        return super.shared + Foreign.shared + shared + twice(1) + Foreign.twice(2);
      }

      String others(Sub other) {
        other.count += 3;
        Supplier<String> text = other::text;
        return other.kept + other.count-- + text.get();
      }

      String text() {
        return count + kept;
      }
    }

    Sub sub = new Sub();
    Yield.emit(sub.plain("p", 1, 2));
    return sub.statics() + sub.others(new Sub()) + sub.plain("q") + ask(new Num("n"));
  }

  @Comp
  static Object clones() throws CloneNotSupportedException {
    int n = ask(new Num("n"));
    class Point implements Cloneable, Named {
      int x = n;

      @Override
      public Point clone() throws CloneNotSupportedException {
        return (Point) super.clone();
      }

      @Override
      public String name() {
        return Named.super.name() + super.getClass().getSimpleName().length();
      }
    }

    Point point = new Point();
    Yield.emit(point.x);
    Point copy = point.clone();
    copy.x += ask(new Num("x"));
    return point.x + copy.x + copy.name();
  }

  @Comp
  static String privateMembersAbove() {
    int n = ask(new Num("n"));
    class Sub extends Top {
      String hidden = "own";

      String all() {
        super.hidden += n;
        Supplier<String> secret = () -> Sub.super.secret(1) + Sub.super.hidden;
        Function<Integer, String> reference = super::secret;
        return hidden + super.hidden + super.secret(2) + secret.get() + reference.apply(3);
      }
    }

    Sub sub = new Sub();
    Yield.emit(sub.all());
    return sub.all();
  }

  static class Middle extends Top {
    @Override
    String text() {
      return "middle";
    }

    @Comp
    String outerSuper() {
      int n = ask(new Num("n"));
      Supplier<String> anonymous =
          new Supplier<>() {
            @Override
            public String get() {
              return Middle.super.text() + text() + n + Middle.super.secret(n);
            }
          };
      class Sub extends Top {
        @Override
        String text() {
          Supplier<String> above = Middle.super::text;
          return "sub " + super.text() + Middle.super.text() + Middle.this.text() + above.get();
        }
      }

      Sub sub = new Sub();
      Yield.emit(anonymous.get());
      return sub.text() + anonymous.get() + Middle.super.hidden;
    }

    @Comp
    String ownSuper() {
      super.hidden += ask(new Str("s"));
      Middle.super.hidden = super.hidden + Middle.super.hidden.length();
      super.common = super.common + "";
      return super.hidden + super.secret(1) + super.open(ask(new Num("n"))) + super.common.length();
    }
  }

  @Comp
  static String outerSuper() {
    return new Middle().outerSuper();
  }

  @Comp
  static String ownSuper() {
    return new Middle().ownSuper();
  }

  static final class Words extends AbstractList<String> {
    @Override
    public String get(int i) {
      return "w" + i;
    }

    @Override
    public int size() {
      return 2;
    }

    @Comp
    int counts() {
      super.modCount += ask(new Num("a"));
      super.modCount++;
      Words.super.modCount *= 2;
      int old = --super.modCount;
      super.modCount = super.modCount + ask(new Num("b"));
      return super.modCount + Words.super.modCount + old + modCount;
    }

    @Comp
    int countsOfOthers() {
      int n = ask(new Num("n"));
      AbstractList<String> other =
          new AbstractList<>() {
            @Override
            public String get(int i) {
              return "o";
            }

            @Override
            public int size() {
              Words.super.modCount += n;
              Words.this.modCount++;
              return ++super.modCount + this.modCount + modCount + Words.super.modCount;
            }
          };
      Yield.emit(other.size());
      return other.size() + modCount;
    }

    class Inner {
      @Comp
      int outerCounts() {
        modCount += ask(new Num("outer"));
        Words.super.modCount++;
        Words.this.modCount++;
        Words.super.removeRange(0, 0);
        return modCount + Words.super.modCount;
      }
    }
  }

  @Comp
  static int fieldsFromAnotherPackage() {
    Words words = new Words();
    return words.counts() + words.countsOfOthers() + words.new Inner().outerCounts();
  }

  static final class Kept extends Foreign<StringBuilder> {
    Kept() {
      super(new StringBuilder("k"));
    }

    @Comp
    String generic() {
      super.kept.append(Yield.<String>yield(Q.str("s")));
      Yield.emit(super.kept.length());
      return super.kept.reverse().toString() + super.twice(super.count) + super.shared;
    }
  }

  static class Holder<T> {
    T value;
  }

  static final class Text extends Holder<String> {
    @Comp
    int generic() {
      super.value = ask(new Str("s"));
      Yield.emit(super.value.length());
      return super.value.length() + ask(new Num("n"));
    }
  }

  @Comp
  static String genericSuperclasses() {
    return new Kept().generic() + new Text().generic();
  }
}
