package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd but correct sources: what comes out compiles, and nothing is thrown at javac. */
class NastyInputTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        ";;;",
        "{}",
        "{ ; { } }",
        "return;",
        "Yield.yield(null);",
        "Yield.yield(\"a\");;;",
        "if (true) ;",
        "for (;;) { Yield.yield(1); }",
        "while (true) Yield.yield(1);",
        "do ; while (Yield.<Boolean>yield(1));",
        "a: b: c: for (;;) { Yield.yield(1); if (n > 1) break b; continue c; }",
        "x: { Yield.yield(1); break x; }",
        "x: Yield.yield(1);",
        "switch (n) {}",
        "switch (Yield.<Integer>yield(1)) {}",
        "switch (n) { default: Yield.yield(1); }",
        "try { Yield.yield(1); } finally {}",
        "try { } finally { Yield.yield(1); }",
        "synchronized (T.class) {} Yield.yield(1);",
        "throw Yield.<RuntimeException>yield(1);",
        "int a, b = 1, c[] = {b}, d[][]; Yield.yield(a = c[0]); d = new int[a][b];",
        "final int a; a = Yield.<Integer>yield(1); Runnable r = () -> System.out.print(a); r.run();",
        "int[] a[] = new int[Yield.<Integer>yield(1)][]; a[0] = Yield.yield(2);",
        "char c = 'a'; c += Yield.<Integer>yield(1); c++; Yield.yield(c--);",
        "((Yield.<Object>yield((((1)))))).toString();",
        "Yield.yield(Yield.yield(Yield.yield(n)));",
        "Yield . < String > yield ( 1 ) . length ( ) ;",
        "Yield/*a*/./*b*/yield/*c*/(/*d*/1/*e*/)/*f*/;/*g*/",
        "dev.weft.Yield.yield(1);",
        "String s = \"\"\"\n  a \"b\" \\\"\"\" $L $$ %s\n  \"\"\"; Yield.yield(s); s += '$';",
        "// $S $T $$ \\\\u0041\n Yield.yield(\"$L$\"); // */ /*",
        "/* \\\\u002a/ */ Yield.yield(1);",
        "int \\u0061 = 1; Yield.yield(\\u0061); int b = \\u0061;",
        "Y\\u0069eld.yield(\"\\u0022);",
        "String größe = \"ä\"; Yield.yield(größe); größe += \"€𝄞\";",
        "int $ = 1, _a = 2, $L = 3; Yield.yield($ + _a); $ += $L;",
        "int record = 1, var = 2, yield = 3, sealed = 4; Yield.yield(record); var += yield + sealed;",
        "long l = 0xFFFF_FFFFL + 'a' + 0b1; double d = 0x1.8p1 + 1e-3f; Yield.yield(l); d += l;",
        "n = n = Yield.yield(n = 1);",
        "n += n += Yield.<Integer>yield(n++ + ++n);",
        "Object o = (Runnable & java.io.Serializable) () -> {}; Yield.yield(o); o.hashCode();",
        "var list = new ArrayList<Map<String, ? super List<?>[]>>(); Yield.yield(1); list.clear();",
        "for (var e : Map.of(1, \"a\").entrySet()) { Yield.yield(e.getKey() + e.getValue()); }",
        "for (int i = 0, j = 1; i < j; i++, j--) { Yield.yield(i); Runnable r = () -> {}; }",
        "assert Yield.<Boolean>yield(1) : Yield.yield(2);",
        "if (Yield.yield(1) instanceof String s && s.isEmpty()) Yield.yield(s); else Yield.yield(2);",
        "Object o = n > 1 ? Yield.yield(1) : n < 0 ? 'c' : 2L; Yield.yield(o); o.hashCode();",
        "boolean b = n > 1 && Yield.<Boolean>yield(1) || !Yield.<Boolean>yield(2) ^ true;",
        "int k = switch (n) { case 1 -> Yield.yield(1); case 2 -> { yield 2; } default -> throw null; };",
      })
  void compiles(String body) {
    String source = "class T {\n  @Comp\n  static void m(int n) {\n    " + body + "\n  }\n}\n";

    var compilation = Compiling.compile(source);

    assertThat(String.join("\n", Compiling.messages(compilation))).isEmpty();
  }

  @Test
  void compilesWhatIsNestedDeeply() {
    int depth = 60;
    String source =
        "class T {\n  @Comp\n  static int m(int n) {\n"
            + String.join("", Collections.nCopies(depth, "if (n > 0) { while (n++ < 9) {\n"))
            + "n += Yield.<Integer>yield(n);\n"
            + "}}".repeat(depth)
            + "\n    return n;\n  }\n}\n";

    assertThat(String.join("\n", Compiling.messages(Compiling.compile(source)))).isEmpty();
  }

  @Test
  void compilesALongExpression() {
    String source =
        "class T {\n  @Comp\n  static int m(int n) {\n    return n"
            + " + (n * Yield.<Integer>yield(n))".repeat(150)
            + ";\n  }\n}\n";

    assertThat(String.join("\n", Compiling.messages(Compiling.compile(source)))).isEmpty();
  }

  @Test
  void compilesADeepExpression() {
    int depth = 50;
    String source =
        "class T {\n  @Comp\n  static String m(String s) {\n    return s"
            + ".concat(s".repeat(depth)
            + ".concat(Yield.yield(1))"
            + ")".repeat(depth)
            + ";\n  }\n}\n";

    assertThat(String.join("\n", Compiling.messages(Compiling.compile(source)))).isEmpty();
  }

  @Test
  void compilesManyLocalsAndSuspensions() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      body.append("    String s" + i + " = Yield.yield(" + i + ");\n");
    }
    String source =
        "class T {\n  @Comp\n  static String m() {\n" + body + "    return s0 + s299;\n  }\n}\n";

    assertThat(String.join("\n", Compiling.messages(Compiling.compile(source)))).isEmpty();
  }

  @Test
  void refusesWhatIsTooLargeForAClassFile() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 4200; i++) {
      body.append("      case " + i + ": k += " + (70_000 + i) + "; break;\n");
    }
    String source =
        "class T {\n  @Comp\n  static int m(int n, int k) {\n    Yield.emit(n);\n    switch (n) {\n"
            + body
            + "    }\n    return k;\n  }\n}\n";

    assertThat(Compiling.messages(Compiling.compile(source)))
        .containsExactly(
            "T.java:4:14: error: ["
                + Problem.TOO_LARGE.tag()
                + "] the stepper of m would be too large for a class file: a method may have 65,535"
                + " bytes of bytecode, and a class 65,535 constants; move parts of it into other"
                + " @Comp methods and call those.");
  }

  @Test
  void compilesAFileWithManyTypes() {
    assertThat(
            String.join(
                "\n",
                Compiling.messages(
                    Compiling.compile(
                        """
                        class First {
                          @Comp
                          static String m() {
                            return Second.m() + Yield.<String>yield("a");
                          }
                        }

                        class Second {
                          @Comp
                          static String m() {
                            return Yield.yield("b");
                          }
                        }

                        interface Third {
                          @Comp
                          static String m() {
                            return First.m() + Second.m();
                          }
                        }
                        """))))
        .isEmpty();
  }

  @Test
  void compilesWindowsLineEndsAndTabs() {
    String source =
        """
        class T {
        \t@Comp
        \tstatic String m() {
        \t\tString a = Yield.yield(
        \t\t\t"a"); // comment
        \t\tif (a.isEmpty()) {
        \t\t\ta = "b";
        \t\t}
        \t\treturn a;
        \t}
        }
        """
            .replace("\n", "\r\n");

    assertThat(String.join("\n", Compiling.messages(Compiling.compile(source)))).isEmpty();
  }

  @Test
  void compilesPrivateTypesThatMentionEachOther() {
    var compilation =
        Compiling.compileStrictly(
            """
            class T<X> {
              private interface Node<N extends Node<N, L>, L extends Link<N, L>> {
                @Comp
                default <M extends N> L follow(M first, Map<? super N, ? extends L[]> links) {
                  return Yield.yield(first);
                }
              }

              private abstract static class Link<N extends Node<N, L>, L extends Link<N, L>>
                  implements Comparable<Link<? super N, ?>>, Supplier<List<? extends L>> {
                @Comp
                abstract N end(L[] others);
              }

              private class Inner<Y extends Comparable<? super Y> & Supplier<X>> {
                private class Innermost {
                  @Comp
                  @SuppressWarnings("unchecked")
                  protected Map<X, Y> m(X x, Y y, Innermost[][] all, Inner<Y>.Innermost... frame) {
                    return Map.of(Yield.<X>yield(all), Yield.yield(frame));
                  }
                }
              }

              private @interface Marker {
                enum Kind {
                  ONE {
                    @Override
                    @Comp
                    int n(Kind self) {
                      return Yield.yield(this);
                    }
                  };

                  @Comp
                  abstract int n(Kind self);
                }
              }

              @Comp
              static int m(Marker.Kind kind) {
                return kind.n(Marker.Kind.ONE) + Yield.<Integer>yield(kind);
              }
            }
            """);

    assertThat(String.join("\n", Compiling.messages(compilation))).isEmpty();
  }
}
