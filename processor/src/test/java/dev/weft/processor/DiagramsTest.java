package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** What {@code -Aweft.diagrams} writes. */
class DiagramsTest {

  private static final String WIZARD =
      """
      class Wizard {
        @Comp
        static String register() {
          String name = Yield.yield("get_name");
          String email = Yield.yield("get_email");
          while (!email.contains("@")) {
            email = Yield.yield("get_email_again");
          }
          return name + email;
        }
      }
      """;

  private static String drawn(String form, String source, String file) throws IOException {
    Compilation compilation = Compiling.compile(Compiling.javac("-Aweft.diagrams=" + form), source);
    assertThat(Compiling.messages(compilation)).isEmpty();
    JavaFileObject drawing =
        compilation
            .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/weft/p/" + file)
            .orElseThrow();
    return drawing.getCharContent(true).toString();
  }

  /** The edges of a method {@code m}, as {@code 1 -condition-> 2}. */
  private static List<String> edges(String method) throws IOException {
    String text = drawn("mermaid", "class T {\n@Comp\n" + method + "\n}", "T_m_Stepper.mmd");
    return Arrays.stream(text.split("\n"))
        .filter(line -> line.contains("->"))
        .map(line -> line.strip().replaceAll("\\bs(\\d)", "$1").replace("#quot;", "'"))
        .map(line -> line.replace("#lt;", "<").replace("#gt;", ">").replace("#amp;", "&"))
        .toList();
  }

  @Test
  void aMachineInMermaid() throws IOException {
    assertThat(drawn("mermaid", WIZARD, "Wizard_register_Stepper.mmd"))
        .isEqualTo(
            """
            flowchart TD
              start(["Wizard.register()<br/>Wizard.java line 4"])
              s1["Yield.yield(#quot;get_name#quot;)<br/>1, line 5"]
              s2["Yield.yield(#quot;get_email#quot;)<br/>2, line 6"]
              s3["Yield.yield(#quot;get_email_again#quot;)<br/>3, line 8"]
              finish((( )))
              start --> s1
              s1 --> s2
              s2 -->|"!email.contains(#quot;@#quot;)"| s3
              s2 -->|"email.contains(#quot;@#quot;)"| finish
              s3 -->|"!email.contains(#quot;@#quot;)"| s3
              s3 -->|"email.contains(#quot;@#quot;)"| finish
            """);
  }

  @Test
  void aMachineForGraphviz() throws IOException {
    assertThat(drawn("dot", WIZARD, "Wizard_register_Stepper.dot"))
        .startsWith("digraph {\n")
        .contains("s1 [label=\"Yield.yield(\\\"get_name\\\")\\n1, line 5\"];\n")
        .contains("s3 -> finish [label=\"email.contains(\\\"@\\\")\"];\n")
        .endsWith("}\n");
  }

  @Test
  void bothFormsAtOnce() throws IOException {
    Compilation compilation =
        Compiling.compile(Compiling.javac("-Aweft.diagrams=dot, mermaid"), WIZARD);
    assertThat(compilation.generatedFiles())
        .extracting(f -> f.getName().replaceFirst(".*\\.", ""))
        .contains("dot", "mmd");
  }

  @Test
  void noneUnlessAskedFor() {
    assertThat(Compiling.compile(WIZARD).generatedFiles())
        .noneMatch(f -> f.getName().contains("META-INF"));
  }

  @Test
  void aFormThatDoesNotExistIsNamed() {
    Compilation compilation = Compiling.compile(Compiling.javac("-Aweft.diagrams=svg"), WIZARD);
    assertThat(Compiling.messages(compilation))
        .singleElement()
        .asString()
        .contains("-Aweft.diagrams takes mermaid, dot, or both with a comma, not svg");
  }

  @Test
  void anAnswerThatDecides() throws IOException {
    assertThat(
            edges(
                """
                static int m() {
                  if (Yield.<Boolean>yield("more?")) {
                    return Yield.yield("how many?");
                  }
                  return 0;
                }
                """))
        .containsExactly(
            "start --> 1", "1 -->|\"answer\"| 2", "1 -->|\"!answer\"| finish", "2 --> finish");
  }

  @Test
  void aComparisonIsTurnedRound() throws IOException {
    assertThat(
            edges(
                """
                static int m(int n) {
                  while (n < 3) {
                    n += Yield.<Integer>yield("more");
                  }
                  return n;
                }
                """))
        .contains("start -->|\"n < 3\"| 1", "1 -->|\"n >= 3\"| finish");
  }

  @Test
  void switchesShowTheirLabels() throws IOException {
    assertThat(
            edges(
                """
                static String m(String kind, int n) {
                  switch (kind) {
                    case "a", "b" -> Yield.yield("ab");
                    case "c" -> {
                      if (n > 3 && n < 9) {
                        Yield.yield("c");
                      }
                    }
                    default -> throw new IllegalStateException();
                  }
                  return Yield.yield("end");
                }
                """))
        .containsExactly(
            "start -->|\"case 'a', 'b'\"| 1",
            "start -->|\"case 'c', n > 3 && n < 9\"| 2",
            "start -->|\"case 'c', !(n > 3 && n < 9)\"| 3",
            "1 --> 3",
            "2 --> 3",
            "3 --> finish");
  }

  @Test
  void whatIsCaughtLeadsToTheHandlerAndNowhereElse() throws IOException {
    assertThat(
            edges(
                """
                static String m(Map<String, Integer> sums) {
                  for (int attempt = 1; ; attempt++) {
                    String card = Yield.yield("card");
                    try {
                      return "paid " + sums.get(card).intValue();
                    } catch (NullPointerException | IllegalStateException declined) {
                      if (!Yield.<Boolean>yield("retry?")) {
                        throw new IllegalArgumentException(declined);
                      }
                    }
                  }
                }
                """))
        .containsExactly(
            "start --> 1",
            "1 -.->|\"NullPointerException or IllegalStateException\"| 2",
            "1 --> finish",
            "2 -->|\"answer\"| 1");
  }

  @Test
  void aFinallyThatSuspendsComesBeforeTheEnd() throws IOException {
    assertThat(
            edges(
                """
                static String m(boolean early) {
                  try {
                    if (early) {
                      return Yield.yield("early");
                    }
                    Yield.yield("late");
                  } finally {
                    Yield.yield("cleanup");
                  }
                  return Yield.yield("after");
                }
                """))
        .contains("start -->|\"early\"| 1", "start -->|\"!early\"| 2", "1 --> 3", "2 --> 3")
        .contains("3 --> 4", "4 --> finish")
        .doesNotContain("1 --> 4", "2 --> 4");
  }

  @Test
  void delegationIsAStateOfItsOwn() throws IOException {
    String text =
        drawn(
            "mermaid",
            """
            class T {
              @Comp
              static String m() {
                return n() + n();
              }

              @Comp
              static String n() {
                return Yield.yield("<&#>");
              }
            }
            """,
            "T_m_Stepper.mmd");
    assertThat(text).contains("s1[[\"n()<br/>1, line 5\"]]", "s1 --> s2");
  }

  @Test
  void signsThatMeanSomethingAreWrittenOut() throws IOException {
    String source =
        "class T {\n@Comp\nstatic String m() {\nreturn Yield.yield(\"<&#\\\"\\\\>\");\n}\n}";
    assertThat(drawn("mermaid", source, "T_m_Stepper.mmd"))
        .contains("(#quot;#lt;#amp;#35;\\#quot;\\\\#gt;#quot;)");
    assertThat(drawn("dot", source, "T_m_Stepper.dot")).contains("(\\\"<&#\\\\\\\"\\\\\\\\>\\\")");
  }
}
