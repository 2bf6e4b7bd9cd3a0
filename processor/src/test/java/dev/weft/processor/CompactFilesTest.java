package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** Source files without a class around their methods, which Java has since 25. */
@EnabledForJreRange(minVersion = 25)
class CompactFilesTest {
  private static final String IMPORTS = "import dev.weft.*; import dev.weft.annotations.*;\n";

  private static List<String> messages(String text) {
    return Compiling.messages(
        Compiling.javac().compile(JavaFileObjects.forSourceString("Compact", IMPORTS + text)));
  }

  private static String refused(int line, int column, String method) {
    return "Compact.java:%d:%d: error: [%s] @Comp on %s, which stands in a compact source file: a"
            .formatted(line, column, Problem.COMP_IN_COMPACT_FILE.tag(), method)
        + " stepper can't name the class that such a file is; declare a class around all that is in"
        + " the file, or move the method to another file.";
  }

  @Test
  void refusesTheirMethodsAndThoseOfTheirClasses() {
    assertThat(
            messages(
                """
                @Comp static int ask() {
                  return Yield.yield("a");
                }

                class Inside {
                  @Comp static int ask() {
                    return Yield.yield("b");
                  }
                }

                void main() {}
                """))
        .containsExactly(refused(2, 18, "ask"), refused(7, 20, "ask"));
  }

  @Test
  void showsTheUsersOwnErrorsToo() {
    assertThat(
            messages(
                """
                class Inside {
                  @Comp static int ask() {
                    String s = 3;
                    return Yield.yield("b");
                  }
                }

                void main() {}
                """))
        .containsExactlyInAnyOrder(
            refused(3, 20, "ask"),
            "Compact.java:4:16: error: incompatible types: int cannot be converted to"
                + " java.lang.String");
  }

  @Test
  void leavesThoseAloneThatOnlyRunComputations() {
    assertThat(
            messages(
                """
                void main() {
                  Coroutine.of(Blocking.of(() -> Yield.yield("a"))).run();
                }
                """))
        .isEmpty();
  }

  @Test
  void letsThemRunTheComputationsOfOtherFiles() {
    String wizard =
        "public class Wizard { @Comp public static int ask() { return Yield.yield(1); } }";
    String main = "void main() { Coroutine.of(WizardComps.ask()).run(); }";

    assertThat(
            Compiling.messages(
                Compiling.javac()
                    .compile(
                        JavaFileObjects.forSourceString("Wizard", IMPORTS + wizard),
                        JavaFileObjects.forSourceString("Main", IMPORTS + main))))
        .isEmpty();
  }

  @Test
  void findsYieldsThatCanNotWork() {
    assertThat(messages("void main() {\n  Yield.emit(\"a\");\n}\n"))
        .singleElement()
        .asString()
        .startsWith("Compact.java:3:")
        .contains(Problem.YIELD_OUTSIDE_COMP.tag());
  }
}
