package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Code that does not compile by itself, or not yet. */
class UsersErrorsTest {
  @Nested
  class AreReportedByJavacAlone {
    @Test
    void whenABodyHasATypeError() {
      assertSameErrors(
          """
          class T {
            @Comp
            static int m() {
              int x = "text";
              return Yield.yield(x);
            }

            @Comp
            <A> void n(List<A> as) {
              Yield.yield(as.get("first"));
            }
          }
          """);
    }

    @Test
    void whenABodyHasManyErrors() {
      assertSameErrors(
          """
          class T {
            @Comp
            static String m(int n) {
              final int k = 1;
              k = 2;
              while (false) { n++; }
              unknown(n);
              String s;
              Yield.yield(s);
              throw new Exception();
            }
          }
          """);
    }

    @Test
    void whenANameIsUnknown() {
      assertSameErrors(
          """
          class T {
            @Comp
            static int m() {
              return Yield.yield(unknown);
            }
          }
          """);
    }

    @Test
    void whenATypeInABodyIsUnknown() {
      assertSameErrors(
          """
          class T {
            @Comp
            static int m() {
              Missing missing = Yield.yield("a");
              return missing.size();
            }
          }
          """);
    }

    @Test
    void whenATypeInASignatureIsUnknown() {
      assertSameErrors(
          """
          class T {
            @Comp
            static Missing m(List<Absent> absent) {
              return Yield.yield("a");
            }
          }
          """);
    }

    @Test
    void whenAnImportIsUnknown() {
      assertSameErrors(
          """
          package p;

          import dev.weft.Yield;
          import dev.weft.annotations.Comp;
          import q.Missing;

          class T {
            @Comp
            static String m() {
              return Yield.yield("a");
            }
          }
          """);
    }

    @Test
    void whenAnotherMethodDoesNotCompile() {
      assertSameErrors(
          """
          class T {
            @Comp
            static String m() {
              return Yield.yield("a");
            }

            int other() {
              return "text";
            }
          }
          """);
    }

    @Test
    void whenAFieldDoesNotCompile() {
      assertSameErrors(
          """
          class T {
            int field = "text";
            Missing missing;

            @Comp
            int m() {
              return field + Yield.<Integer>yield("a");
            }
          }
          """);
    }

    @Test
    void whenAnotherFileDoesNotCompile() {
      assertSameErrors(
          """
          class T {
            @Comp
            static String m() {
              return U.text() + Yield.<String>yield("a");
            }
          }
          """,
          """
          class U {
            static String text() {
              return 1;
            }
          }
          """);
    }

    @Test
    void whenASourceCanNotBeParsed() {
      assertSameErrors(
          """
          class T {
            @Comp
            static String m() {
              return Yield.yield("a"
            }
          }
          """);
    }

    @Test
    void whenAnExceptionIsNotDeclared() {
      assertSameErrors(
          """
          class T {
            @Comp
            static String m() {
              if (Yield.<Boolean>yield("a")) {
                throw new java.io.IOException();
              }
              return "b";
            }
          }
          """);
    }

    @Test
    void whenWhatABodyUsesHasAnUnknownType() {
      assertSameErrors(
          """
          class T extends ArrayList<Missing> {
            List<Absent> field;

            @Comp
            int m() {
              for (var each : field) {
                Yield.yield(each);
              }
              return get(0) + Yield.<Integer>yield("a");
            }

            @Comp
            static int n(U u) {
              return pair(u.lost(), Yield.yield("b"));
            }

            static int pair(Object o, int i) {
              return i;
            }
          }
          """,
          """
          class U {
            Lost lost() {
              return null;
            }
          }
          """);
    }

    @Test
    void whenOtherClassesOfTheFileCompile() {
      assertSameErrors(
          """
          abstract class A {
            private int secret;
          }

          class B {
            @Comp
            int m(A a) {
              return a.secret + Yield.<Integer>yield("a");
            }
          }

          class C {}
          """);
    }

    @Test
    void whenTheAnnotationIsNotImported() {
      assertSameErrors(
          """
          package p;

          import dev.weft.Yield;

          class T {
            @Comp
            static String m() {
              synchronized (T.class) {
                Yield.yield("a");
              }
              return Yield.yield("b");
            }
          }
          """);
    }

    @Test
    void whenAParameterIsVoid() {
      assertSameErrors(
          """
          class T {
            @Comp
            static String m(void a, void... b) {
              return Yield.yield("a");
            }
          }
          """);
    }

    @Test
    void whenABodyIsMissing() {
      assertSameErrors(
          """
          class T {
            @Comp
            String m();

            @Comp
            static String n() {
              return Yield.yield("a");
            }
          }
          """);
    }

    @Test
    void whenAFactoryIsMisused() {
      assertSameMessage(
          "incompatible types: int cannot be converted to java.lang.String",
          """
          class T {
            @Comp
            static String m(String s) {
              return Yield.yield(s);
            }

            Object made = TComps.m(1);
          }
          """);
    }

    private static void assertSameErrors(String... sources) {
      // With a processor, whichever it is, javac stops at some errors earlier.
      var another = Compiling.plainJavac().withProcessors(new Maker(0));
      List<String> alone = errors(Compiling.compile(another, sources));
      Compilation together = Compiling.compile(sources);
      assertThat(alone).isNotEmpty();
      assertThat(errors(together)).containsExactlyElementsOf(alone);
    }

    private static void assertSameMessage(String message, String source) {
      assertThat(errors(Compiling.compile(source)))
          .singleElement()
          .asString()
          .contains("error: " + message);
    }

    private static List<String> errors(Compilation compilation) {
      return compilation.errors().stream().map(Compiling::describe).toList();
    }
  }

  @Nested
  class OtherProcessors {
    private static final String USES_GENERATED =
        """
        class T {
          @Comp
          static int m(String given) {
            Generated1 made = new Generated1(given);
            int length = made.text().length() + Yield.<Integer>yield(made);
            return length;
          }
        }
        """;

    @Test
    void mayMakeATypeOfABodyInTheSameRound() {
      assertStepper(1, "T_m_Stepper", USES_GENERATED);
    }

    @Test
    void mayMakeATypeOfABodyInALaterRound() {
      assertStepper(3, "T_m_Stepper", USES_GENERATED.replace("Generated1", "Generated3"));
    }

    @Test
    void mayMakeATypeOfASignature() {
      assertStepper(
          2,
          "T_m_Stepper",
          """
          class T {
            @Comp
            static Generated2 m(List<Generated1> given) {
              return Yield.yield(given.get(0).text());
            }
          }
          """);
    }

    @Test
    void mayMakeASuperclass() {
      assertStepper(
          2,
          "T_m_Stepper",
          """
          class T extends Generated2 {
            T() {
              super("a");
            }

            @Comp
            int m() {
              return text().length() + Yield.<Integer>yield(text());
            }
          }
          """);
    }

    @Test
    void mayMakeAnInterfaceWhoseMethodIsCalledBySuper() {
      assertStepper(
          3,
          "T_part_Stepper",
          """
          class T implements Generated3.Part {
            @Override
            @Comp
            public String part() {
              return Generated3.Part.super.part() + Yield.<String>yield("a");
            }
          }
          """);
    }

    @Test
    void mayMakeATypeOfWhatABodyUses() {
      assertStepper(
          3,
          "T_m_Stepper",
          """
          class T extends ArrayList<Generated3> {
            @Comp
            String m() {
              var made = get(0);
              Yield.yield("b");
              return pair(made.text(), get(1), Yield.yield("c"));
            }

            static String pair(String a, Object b, String c) {
              return a + b + c;
            }
          }
          """);
    }

    @Test
    void mayMakeATypeThatAVariableIsInferredFrom() {
      assertStepper(
          2,
          "T_m_Stepper",
          """
          class T {
            @Comp
            static String m() {
              var made = new Generated2("a");
              Yield.yield("b");
              return made.text();
            }
          }
          """);
    }

    @Test
    void mayMakeCompMethods() {
      Compilation compilation =
          compileWithMaker(
              1,
              """
              class T {
                @Comp
                static String m() {
                  return Generated1.ask() + Yield.<String>yield("a");
                }
              }
              """);
      assertThat(Compiling.messages(compilation)).isEmpty();
      assertThat(Compiling.generatedNames(compilation))
          .containsExactly(
              "Generated1", "Generated1Comps", "Generated1_ask_Stepper", "TComps", "T_m_Stepper");
    }

    @Test
    void runWhereThereIsNoAnnotationAtAll() {
      Compilation compilation =
          compileWithMaker(1, "class T { Generated1 made = new Generated1(\"a\"); }");

      assertThat(Compiling.messages(compilation)).isEmpty();
    }

    private static void assertStepper(int rounds, String stepper, String source) {
      Compilation compilation = compileWithMaker(rounds, source);
      assertThat(String.join("\n", Compiling.messages(compilation))).isEmpty();
      assertThat(Compiling.generatedNames(compilation)).contains(stepper);
    }

    private static Compilation compileWithMaker(int rounds, String source) {
      Compilation inOrder =
          Compiling.compile(
              Compiling.plainJavac().withProcessors(new Maker(rounds), new WeftProcessor()),
              source);
      Compilation theOtherWayRound =
          Compiling.compile(
              Compiling.plainJavac().withProcessors(new WeftProcessor(), new Maker(rounds)),
              source);
      assertThat(Compiling.messages(theOtherWayRound))
          .containsExactlyElementsOf(Compiling.messages(inOrder));
      return theOtherWayRound;
    }
  }

  /** A processor that makes a class in each of some rounds. */
  @SupportedAnnotationTypes("*")
  private static final class Maker extends AbstractProcessor {
    /** Of the first class only: where a factory is to be made, no body is read in that round. */
    private static final String ASK =
        """
        @dev.weft.annotations.Comp
        static String ask() {
          return dev.weft.Yield.yield("ask");
        }
        """;

    private final int rounds;
    private int round;

    Maker(int rounds) {
      this.rounds = rounds;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      if (round < rounds) {
        round++;
        write("Generated" + round);
      }
      return false;
    }

    private void write(String name) {
      String text =
          """
          package p;

          public class NAME {
            private final String text;

            public NAME(String text) {
              this.text = text;
            }

            public String text() {
              return text;
            }

            public interface Part {
              default String part() {
                return "part";
              }
            }

            MORE
          }
          """
              .replace("NAME", name)
              .replace("MORE", round == 1 ? ASK : "");
      try (var out = processingEnv.getFiler().createSourceFile("p." + name).openWriter()) {
        out.write(text);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
