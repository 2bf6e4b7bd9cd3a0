package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Generated code raises no warning that the user's own code does not. */
class WarningsTest {
  @Test
  void addsNoneToCodeThatHasNone() {
    assertNoWarning(
        """
        class T<E extends Comparable<E>> {
          private final List<E> all = new ArrayList<>();
          private static int count;

          @Comp
          E most(List<? extends E> given) throws Exception {
            long sum = 0;
            for (E each : given) {
              try (AutoCloseable r = () -> all.clear()) {
                all.add(Yield.yield(each));
                sum += all.size() + Yield.<Integer>yield(r.toString());
              } catch (IllegalStateException | NullPointerException e) {
                throw new Exception(e);
              } finally {
                count += (int) sum;
              }
            }
            switch (Yield.<Integer>yield("n")) {
              case 1:
                return Yield.yield("one");
              case 2:
                Yield.yield("two");
                break;
              default:
                break;
            }
            Function<E, List<E>> single = e -> List.of(e);
            E first = Yield.yield(single);
            return Collections.max(single.apply(first));
          }
        }
        """);
  }

  @Test
  void addsNoneToSwitchesOverPatterns() {
    assumeTrue(
        Runtime.version().feature() >= 21, "patterns in switch came with Java 21, this is older");
    assertNoWarning(
        """
        class T {
          record Box<E>(E value) {}

          record Two<A, B>(A first, B second) {}

          @Comp
          static <E> String m(Box<? extends Two<E, String>> box, Object o, List<String> list) {
            String s =
                switch (box) {
                  case Box(Two(var a, String b)) when b.length() > Yield.<Integer>yield("n") -> a + b;
                  case Box<? extends Two<E, String>>(var two) -> two + Yield.<String>yield("two") + two;
                };
            switch (o) {
              case List<?> l when !l.isEmpty() && list.contains(l.get(0)):
                s += l + Yield.<String>yield("l") + l;
                break;
              case Two<?, ?>(Integer i, double[] d) when Yield.<Boolean>yield(i):
                s += d.length + i;
                break;
              case null, default:
                s += Yield.yield("else");
            }
            if (!(o instanceof Two<?, ?>(Box<?>(CharSequence c), var second))) {
              return Yield.yield(s);
            }
            Yield.yield(c);
            return s + c + second;
          }
        }
        """);
  }

  @Test
  void addsNoneToCodeThatSuppressesItsOwn() {
    assertNoWarning(
        """
        class T {
          @Deprecated
          static int old() {
            return 1;
          }

          @Deprecated
          static int field;

          @Comp
          @SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked"})
          static List m(List given, Map<String, Thread> threads) {
            List raw = new ArrayList();
            raw.add(Yield.<String>yield(given));
            raw.addAll(given);
            new Date(99, 1, 1).getYear();
            Integer boxed = new Integer(Yield.<Integer>yield(raw));
            threads.values().forEach(t -> t.stop());
            return raw;
          }

          @Comp
          @SuppressWarnings({"cast", "divzero", "empty", "fallthrough", "finally", "static"})
          static int n() {
            int a = (int) Yield.<Integer>yield("a");
            if (a > 1);
            switch (a) {
              case 1:
                a = Yield.yield("b");
              case 2:
                a++;
            }
            try {
              Yield.yield(a / 0);
            } finally {
              return a;
            }
          }
        }
        """);
  }

  @Test
  void addsNoneForTypesThatAreDeprecated() {
    assertNoWarning(
        """
        package q;

        @Deprecated
        public class Old {}
        """,
        """
        package q;

        @Deprecated(forRemoval = true)
        public class Older {}
        """,
        """
        @SuppressWarnings({"deprecation", "removal"})
        class T {
          @Comp
          static q.Old m(q.Old old, q.Older older) {
            q.Old local = Yield.yield(old);
            q.Older other = Yield.yield(older);
            Yield.yield(other);
            return local;
          }
        }
        """);
  }

  @Test
  void addsNoneForADeprecatedMethod() {
    assertNoWarning(
        """
        class T {
          @Comp
          @Deprecated
          static String old() {
            return Yield.yield("a");
          }

          @Comp
          @SuppressWarnings("deprecation")
          static String m() {
            return old();
          }
        }
        """,
        """
        class U {
          @Comp
          @SuppressWarnings("deprecation")
          static String m() {
            return T.old();
          }
        }
        """);
  }

  @Test
  void addsNoneForADeprecatedClass() {
    assertNoWarning(
        """
        @Deprecated
        class T {
          private int n;

          @Comp
          int m() {
            n += Yield.<Integer>yield("a");
            return n;
          }
        }
        """);
  }

  @Test
  void addsNoneForSerializableLambdasAndClasses() {
    assertNoWarning(
        """
        class T {
          interface Saved extends java.io.Serializable, Runnable {}

          @Comp
          @SuppressWarnings("serial")
          static int m() {
            int n = Yield.yield("a");
            Saved saved = () -> System.out.println(n);
            Exception e = new Exception() {};
            Yield.yield(saved);
            return n + e.hashCode();
          }
        }
        """);
  }

  @Test
  void saysWhatTheUsersOwnCodeIsWarnedOfOnceOnly() {
    String source =
        """
        class T {
          @Comp
          static List m(List given) {
            List raw = new ArrayList();
            raw.add(Yield.<String>yield(given));
            return raw;
          }
        }
        """;
    var with = Compiling.compile(Compiling.javac("-Xlint:all", "-Xlint:-processing"), source);
    var without = Compiling.compile(Compiling.plainJavac("-Xlint:all"), source);

    assertThat(Compiling.messages(with)).containsExactlyElementsOf(Compiling.messages(without));
  }

  @Test
  void addsNoneToLocalClassesWhoseWarningsTheMethodSuppresses() {
    assertNoWarning(
        """
        class T {
          @SuppressWarnings({"dep-ann", "strictfp"})
          @Comp
          static int m() {
            strictfp class Old {
              /** @deprecated nobody needs it */
              int n;
            }
            Yield.yield("a");
            return new Old().n;
          }
        }
        """);
  }

  @Test
  void addsNoneToWhateverTheMethodSuppresses() {
    assertNoWarning(
        """
        class T {
          private Integer lock = 1000;

          interface Several {
            void run(Supplier<String> s);

            void run(Function<String, String> f);
          }

          @Comp
          @SuppressWarnings({
            "dangling-doc-comments", "divzero", "empty", "lossy-conversions", "overloads",
            "overrides", "serial", "static", "synchronization", "this-escape", "try", "unchecked",
            "varargs"
          })
          int m(Thread thread) throws Exception {
            /** A dangling comment. */
            String block =
                \"""
                lines
                \""";
            short sum = 1;
            sum += Yield.<Long>yield(block);
            sum %= 3.5;
            class Open {
              Open() {
                close();
              }

              void close() {}

              void take(Supplier<String> s) {}

              void take(java.util.concurrent.Callable<String> c) {}

              @Override
              public boolean equals(Object other) {
                return other == this;
              }

              @SafeVarargs
              final <E> Object[] all(E... each) {
                return each;
              }
            }
            synchronized (lock) {
              sum += new Open().all(List.of("a"), List.of("b")).length;
            }
            try (AutoCloseable unused = () -> Yield.class.getName()) {
              sum++;
            }
            if (sum > 1000);
            Yield.yield(thread.currentThread().getName());
            return Yield.<Integer>yield("n") % 0;
          }
        }
        """);
  }

  private static void assertNoWarning(String... sources) {
    assertThat(
            Compiling.messages(
                Compiling.compile(Compiling.plainJavac("-Xlint:all", "-Werror"), sources)))
        .as("without the processor")
        .isEmpty();
    assertThat(String.join("\n", Compiling.messages(Compiling.compileStrictly(sources))))
        .as("with the processor")
        .isEmpty();
  }
}
