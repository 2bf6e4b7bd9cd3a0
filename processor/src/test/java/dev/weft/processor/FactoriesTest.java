package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The factories of {@code @Comp} methods: what they are called, and what they take and give. */
class FactoriesTest {
  @Nested
  class Names {
    @Test
    void areThoseOfTheClassAndItsMethods() {
      assertCompiles(
          """
          package p;

          import dev.weft.Yield;
          import dev.weft.annotations.Comp;

          class Wizard {
            record User(String name) {}

            @Comp
            static User register(String greeting) {
              return new User(Yield.yield(greeting));
            }
          }
          """,
          """
          class Use {
            Computation<Wizard.User> made = WizardComps.register("hello");
          }
          """);
    }

    @Test
    void joinThoseOfNestedClasses() {
      Compilation compilation =
          assertCompiles(
              """
              class Outer {
                static class Middle {
                  interface Inner {
                    @Comp
                    static String ask() {
                      return Yield.yield("a");
                    }
                  }
                }

                @Comp
                static int ask() {
                  return Yield.yield("b");
                }
              }
              """,
              """
              class Use {
                Computation<String> inner = Outer_Middle_InnerComps.ask();
                Computation<Integer> outer = OuterComps.ask();
              }
              """);
      assertThat(Compiling.generatedNames(compilation))
          .containsExactly(
              "OuterComps",
              "Outer_Middle_InnerComps",
              "Outer_Middle_Inner_ask_Stepper",
              "Outer_ask_Stepper");
    }

    @Test
    void areOverloadedLikeTheMethods() {
      Compilation compilation =
          assertCompiles(
              """
              class T {
                @Comp
                static int m() {
                  return m(1);
                }

                @Comp
                static int m(int n) {
                  return n + Yield.<Integer>yield("a");
                }

                @Comp
                static String m(String s) {
                  return s + m();
                }
              }
              """,
              """
              class Use {
                Computation<Integer> first = TComps.m();
                Computation<Integer> second = TComps.m(1);
                Computation<String> third = TComps.m("s");
              }
              """);
      assertThat(Compiling.generatedNames(compilation))
          .containsExactly("TComps", "T_m_2_Stepper", "T_m_3_Stepper", "T_m_Stepper");
    }

    @Test
    void existInTheDefaultPackageToo() {
      assertCompiles(
          """
          import dev.weft.Yield;
          import dev.weft.annotations.Comp;

          class Lonely {
            private int count;

            @Comp
            int ask() {
              return count += Yield.<Integer>yield("a");
            }
          }
          """,
          """
          import dev.weft.Computation;

          class Use {
            Computation<Integer> made = LonelyComps.ask(new Lonely());
          }
          """);
    }
  }

  @Nested
  class Visibility {
    @Test
    void isThatOfTheMethod() {
      Compilation compilation =
          assertCompiles(
              """
              public class T {
                @Comp
                public static void open() {}

                @Comp
                protected static void heirs() {}

                @Comp
                static void neighbours() {}

                @Comp
                private static void nobody() {}
              }
              """);
      assertThat(Compiling.generated(compilation, "TComps"))
          .contains(
              "public final class TComps {",
              "  public static Computation<Void> open() {",
              "  protected static Computation<Void> heirs() {",
              "\n  static Computation<Void> neighbours() {")
          .doesNotContain("nobody");
      assertThat(Compiling.generatedNames(compilation)).contains("T_nobody_Stepper");
    }

    @Test
    void isNotMoreThanThatOfTheClasses() {
      Compilation compilation =
          assertCompiles(
              """
              class T {
                public static class Inner {
                  @Comp
                  public static void m() {}
                }
              }
              """);
      assertThat(Compiling.generated(compilation, "T_InnerComps"))
          .contains("\nfinal class T_InnerComps {");
    }

    @Test
    void isPublicForTheMethodsOfAnInterface() {
      assertCompiles(
          """
          public interface T {
            @Comp
            static String ask() {
              return Yield.yield("a");
            }

            @Comp
            default int count(int from) {
              return from + Yield.<Integer>yield("b");
            }
          }
          """,
          """
          package q;

          import dev.weft.Computation;
          import p.T;
          import p.TComps;

          class Use {
            Computation<String> first = TComps.ask();
            Computation<Integer> second = TComps.count(new T() {}, 1);
          }
          """);
    }

    @Test
    void leavesAClassWithPrivateMethodsAloneWithoutFactories() {
      Compilation compilation =
          assertCompiles(
              """
              class T {
                @Comp
                private static String m() {
                  return Yield.yield("a");
                }
              }
              """);
      assertThat(Compiling.generatedNames(compilation)).containsExactly("T_m_Stepper");
    }
  }

  @Nested
  class Results {
    @Test
    void areBoxedAndVoidForNothing() {
      assertCompiles(
          """
          class T {
            @Comp
            static void nothing() {}

            @Comp
            static int number() {
              return 1;
            }

            @Comp
            static char letter() {
              return 'a';
            }

            @Comp
            static long[] numbers() {
              return new long[0];
            }

            @Comp
            static Void none() {
              return null;
            }
          }
          """,
          """
          class Use {
            Computation<Void> nothing = TComps.nothing();
            Computation<Integer> number = TComps.number();
            Computation<Character> letter = TComps.letter();
            Computation<long[]> numbers = TComps.numbers();
            Computation<Void> none = TComps.none();
          }
          """);
    }

    @Test
    void keepWildcardsAndNestedTypes() {
      assertCompiles(
          """
          class T {
            @Comp
            static Map.Entry<? extends Number, List<?>> m(Map<String, ? super Integer> map) {
              return Map.entry(map.size(), List.of(Yield.<String>yield("a")));
            }
          }
          """,
          """
          class Use {
            Computation<Map.Entry<? extends Number, List<?>>> made =
                TComps.m(new HashMap<String, Number>());
          }
          """);
    }
  }

  @Nested
  class Parameters {
    @Test
    void beginWithTheInstance() {
      Compilation compilation =
          assertCompiles(
              """
              class T {
                @Comp
                String m(int n, String self) {
                  return self + n + Yield.<String>yield("a");
                }
              }
              """,
              """
              class Use {
                Computation<String> made = TComps.m(new T(), 1, "s");
              }
              """);
      assertThat(Compiling.generated(compilation, "TComps"))
          .contains("m(T self_, int n, String self)");
    }

    @Test
    void keepTypeParametersWithTheirBounds() {
      assertCompiles(
          """
          class T {
            @Comp
            static <A extends Comparable<? super A>, B extends List<A>> A most(B list, A or) {
              return list.isEmpty() ? or : Yield.<A>yield(Collections.max(list));
            }
          }
          """,
          """
          class Use {
            Computation<Integer> made = TComps.most(new ArrayList<>(List.of(1)), 2);
            Computation<String> explicit =
                TComps.<String, List<String>>most(List.of("a"), "b");
          }
          """);
    }

    @Test
    void takeTheTypeParametersOfAGenericClass() {
      assertCompiles(
          """
          class Box<T extends CharSequence> {
            T value;

            @Comp
            <U> Map<U, T> with(U key) {
              value = Yield.yield(key);
              return Map.of(key, value);
            }

            @Comp
            <T> T hiding(T other) {
              return Yield.yield(other);
            }

            class Inner {
              T mine;
            }
          }
          """,
          """
          class Use {
            Computation<Map<Integer, String>> made = BoxComps.with(new Box<String>(), 1);
            Computation<Integer> hidden = BoxComps.hiding(new Box<String>(), 1);
          }
          """);
    }

    @Test
    void includeThoseOfTheClassesAroundAnInnerClass() {
      assertCompiles(
          """
          class Box<T> {
            class Inner<U> {
              @Comp
              Map<T, U> m(T key) {
                return Map.of(key, Yield.yield("a"));
              }
            }
          }
          """,
          """
          class Use {
            Computation<Map<String, Integer>> made =
                Box_InnerComps.m(new Box<String>().new Inner<Integer>(), "a");
          }
          """);
    }

    @Test
    void keepThoseThatHideOthersApart() {
      assertCompiles(
          """
          class Box<T> {
            T outer;

            class Inner<T extends Number> {
              T value;

              @Comp
              T m(T given) {
                T asked = Yield.yield(given);
                List<T> both = List.of(given, asked);
                outer = Yield.yield(both);
                return both.get(0);
              }
            }
          }
          """,
          """
          class Use {
            Computation<Integer> made =
                Box_InnerComps.m(new Box<String>().new Inner<Integer>(), 1);
          }
          """);
    }

    @Test
    void mayVaryInNumber() {
      assertCompiles(
          """
          class T {
            @Comp
            static int m(String first, int... rest) {
              return rest.length + Yield.<Integer>yield(first);
            }
          }
          """,
          """
          class Use {
            Computation<Integer> none = TComps.m("a");
            Computation<Integer> some = TComps.m("a", 1, 2);
            Computation<Integer> array = TComps.m("a", new int[3]);
          }
          """);
    }

    @Test
    void mayVaryInNumberAndBeGenericIfThatIsSafe() {
      Compilation compilation =
          assertCompiles(
              """
              class T {
                @Comp
                @SafeVarargs
                static <A> A m(List<A>... lists) {
                  return lists[Yield.<Integer>yield("a")].get(0);
                }

                @Comp
                @SafeVarargs
                final <A> int n(Optional<A>... all) {
                  return all.length;
                }
              }
              """,
              """
              class Use {
                Computation<Number> made = TComps.m(List.of(1), List.<Number>of(2.0));
                Computation<Integer> counted = TComps.n(new T(), Optional.of(1));
              }
              """);
      assertThat(Compiling.generated(compilation, "TComps")).contains("  @SafeVarargs\n");
    }

    @Test
    void addNoWarningToThatOfTheUsersOwnGenericVarargs() {
      assertCompiles(
          """
          class T {
            @Comp
            @SuppressWarnings("unchecked")
            static <A> A m(A... all) {
              return all[Yield.<Integer>yield("a")];
            }
          }
          """);
    }

    @Test
    void passAnArrayAloneAsOneArgumentToAnOverridingMethod() {
      Compilation compilation =
          assertCompiles(
              """
              class T {
                @Comp
                int m(String... names) {
                  return names.length + Yield.<Integer>yield("a");
                }
              }
              """);
      assertThat(Compiling.generated(compilation, "TComps"))
          .contains("OVERRIDES_OF_M.of(self, (Object) names)");
    }

    @Test
    void mayBeCalledLikeAnything() {
      assertCompiles(
          """
          class T {
            @Comp
            String m(int self, int state, int at, int x, int java, int dev, int p) {
              return "" + self + state + at + x + java + dev + p + Yield.yield("a");
            }
          }
          """);
    }
  }

  @Nested
  class Overriding {
    @Test
    void isPossibleForAbstractMethods() {
      Compilation compilation =
          assertCompiles(
              """
              interface Asking<T> {
                @Comp
                T ask(String what);
              }
              """,
              """
              abstract class Base implements Asking<Integer> {
                @Comp
                abstract String name();

                @Override
                @Comp
                public Integer ask(String what) {
                  return name().length() + Yield.<Integer>yield(what);
                }
              }
              """,
              """
              class Use {
                static Computation<Integer> first(Base base) {
                  return BaseComps.ask(base, "a");
                }

                static Computation<String> second(Base base) {
                  return BaseComps.name(base);
                }

                static <T> Computation<T> third(Asking<T> asking) {
                  return AskingComps.ask(asking, "a");
                }
              }
              """);
      assertThat(Compiling.generatedNames(compilation))
          .containsExactly("AskingComps", "BaseComps", "Base_ask_Stepper");
    }

    @Test
    void isPossibleByAMethodThatIsNotAComputation() {
      assertCompiles(
          """
          interface Asking {
            @Comp
            default String ask() {
              return Yield.yield("a");
            }
          }
          """,
          """
          class Constant implements Asking {
            @Override
            public String ask() {
              return "b";
            }
          }
          """,
          """
          class Use {
            Computation<String> made = AskingComps.ask(new Constant());
          }
          """);
    }
  }

  @Nested
  class Hosts {
    @Test
    void mayBeEnumsRecordsAndAnnotations() {
      assertCompiles(
          """
          class Hosts {
            enum Colour {
              RED,
              BLUE {
                @Override
                String text() {
                  return "b";
                }
              };

              String text() {
                return "c";
              }

              @Comp
              String ask() {
                return text() + Yield.<String>yield(name());
              }
            }

            record Pair<A>(A first, A second) {
              @Comp
              A choose() {
                return Yield.<Boolean>yield("first?") ? first : second;
              }

              @Comp
              static <B> Pair<B> read(B first) {
                return new Pair<>(first, Yield.yield("second"));
              }
            }

            @interface Marker {
              class Nested {
                @Comp
                static String m() {
                  return Yield.yield("a");
                }
              }
            }
          }
          """,
          """
          class Use {
            Computation<String> colour = Hosts_ColourComps.ask(Hosts.Colour.BLUE);
            Computation<Integer> pair = Hosts_PairComps.choose(new Hosts.Pair<>(1, 2));
            Computation<Hosts.Pair<String>> read = Hosts_PairComps.read("a");
            Computation<String> nested = Hosts_Marker_NestedComps.m();
          }
          """);
    }

    @Test
    void mayUseTheirOwnFactoriesAndThoseOfOthers() {
      assertCompiles(
          """
          class T {
            static final Computation<String> ALL = TComps.ask();

            @Comp
            static String ask() {
              return Yield.yield("a");
            }

            @Comp
            static Object other() {
              var made = UComps.made();
              Yield.yield(made);
              return made;
            }
          }
          """,
          """
          class U {
            @Comp
            static Computation<String> made() {
              return TComps.ask();
            }
          }
          """);
    }
  }

  @Nested
  class PrivateTypes {
    @Test
    void areWidenedToWhatCanBeNamed() {
      Compilation compilation =
          assertCompiles(
              """
              class T {
                interface Shape<N> {
                  @Comp
                  N area(N scale);
                }

                private record Square(int side) implements Comparable<Square>, Shape<Integer> {
                  @Override
                  public int compareTo(Square other) {
                    return 0;
                  }

                  @Override
                  @Comp
                  public Integer area(Integer scale) {
                    return side * scale * Yield.<Integer>yield("a");
                  }

                  @Comp
                  Square grow(Square[] by, List<? super Square> more, Map<String, List<Dot>> dots) {
                    return Yield.yield(by);
                  }
                }

                private static class Dot implements Shape<Integer> {
                  @Override
                  @Comp
                  public Integer area(Integer scale) {
                    return Yield.yield("b");
                  }
                }

                private enum Sign {
                  PLUS;

                  @Comp
                  static Sign read() {
                    return valueOf(Yield.<String>yield("c"));
                  }

                  @Comp
                  int apply(int n) {
                    return n + Yield.<Integer>yield("d");
                  }
                }

                Object made() {
                  return T_SquareComps.area(new Square(1), 2);
                }
              }
              """,
              """
              class Use {
                Computation<?> sign = T_SignComps.read();
                Computation<Integer> applied = T_SignComps.apply(Thread.State.NEW, 2);
              }
              """);
      assertThat(Compiling.generated(compilation, "T_SquareComps"))
          .contains(
              "Makes computations of the methods of {@code T.Square}.",
              "The computation of {@code T.Square.grow(Square[], List, Map)}.",
              "area(Comparable<?> self, Integer scale)",
              "grow(",
              "Comparable<?> self,",
              "Comparable<?>[] by,",
              "List<?> more,",
              "Map<String, ? extends List<? extends T.Shape<Integer>>> dots")
          .doesNotContain("Square.class");
      assertThat(Compiling.generated(compilation, "T_DotComps"))
          .contains("area(T.Shape<Integer> self, Integer scale)", "T_Dot_area_Stepper.frame(")
          .contains("Members.type(MethodHandles.lookup(), \"p.T$Dot\")");
    }

    @Test
    void leaveTypeParametersThatCanStillBeTold() {
      Compilation compilation =
          assertCompiles(
              """
              class T {
                private static class Box<A extends Comparable<A>, B> implements Supplier<B> {
                  A a;
                  B b;

                  @Override
                  public B get() {
                    return b;
                  }

                  @Comp
                  A first() {
                    return Yield.yield(1);
                  }

                  @Comp
                  B second() {
                    return Yield.yield(2);
                  }

                  @Comp
                  <C extends Box<A, B>> C third(C other, A given) {
                    return Yield.yield(3);
                  }
                }
              }
              """);
      assertThat(Compiling.generated(compilation, "T_BoxComps"))
          .contains(
              "static <B> Computation<?> first(Supplier<B> self)",
              "static <B> Computation<B> second(Supplier<B> self)",
              "static <A extends Comparable<A>, B, C extends Supplier<B>> Computation<C> third(");
    }

    @Test
    void leadToNumbersWhereNothingElseTellsOverloadsApart() {
      assertCompiles(
          """
          class T {
            private interface A {}

            private interface B {}

            @Comp
            static int m(A a) {
              return Yield.yield("a");
            }

            @Comp
            static int m(B... b) {
              return Yield.yield("b");
            }

            @Comp
            static int m(B b) {
              return Yield.yield("b");
            }

            @Comp
            static int m(Object o) {
              return Yield.yield("o");
            }
          }
          """,
          """
          class Use {
            Computation<Integer> plain = TComps.m("an object");
            Computation<Integer> a = TComps.m_2("an A");
            Computation<Integer> some = TComps.m("a B", "another");
            Computation<Integer> b = TComps.m_3("a B");
          }
          """);
    }

    @Test
    void mayBeUsedBesideTheMethodsOfOtherFiles() {
      assertCompiles(
          """
          class T {
            private record Hidden(int n) {}

            @Comp
            static Object ask() {
              Hidden hidden = new Hidden(Yield.yield("a"));
              return U.ask(U.make(hidden.n())) + "" + V.ask() + hidden;
            }
          }
          """,
          """
          class U {
            private record Hidden(int n) {}

            static Hidden make(int n) {
              return new Hidden(n);
            }

            @Comp
            static int ask(Hidden hidden) {
              return T.ask().hashCode() + hidden.n();
            }
          }
          """,
          """
          class V {
            @Comp
            static Object ask() {
              var made = U.make(Yield.yield("b"));
              return Yield.<String>yield(made) + made + T.ask();
            }
          }
          """);
    }

    @Test
    void areNotLinkedTo() {
      Compilation compilation =
          Compiling.compile(
              Compiling.javac("-Xdoclint:all,-missing", "-Xlint:all,-processing", "-Werror"),
              """
              public class T {
                private static class A {
                  @Comp
                  public static int n() {
                    return Yield.yield("b");
                  }
                }

                @Comp
                public static int m(A a) {
                  return Yield.yield("a");
                }
              }
              """);
      assertThat(Compiling.messages(compilation)).isEmpty();
    }

    @Test
    void areNoProblemWhereTheMethodDoesNotCompile() {
      Compilation compilation =
          Compiling.compile(
              """
              class T {
                private static class A {
                  @Comp
                  int n(A a) {
                    return missing;
                  }
                }
              }
              """);
      assertThat(Compiling.messages(compilation))
          .singleElement()
          .satisfies(m -> assertThat(m).contains("missing"));
    }
  }

  /** Asserts that sources compile with all that is generated, and without any warning. */
  private static Compilation assertCompiles(String... sources) {
    Compilation compilation = Compiling.compileStrictly(sources);
    assertThat(String.join("\n", Compiling.messages(compilation))).isEmpty();
    return compilation;
  }
}
