package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Private nested types, which a stepper names nevertheless. */
class PrivateTypesTest {
  private static final String SOURCE =
      """
      class T {
        private enum Kind { A, B }

        private record Pair<X>(X first, Kind kind) {}

        private interface Named {
          String name();
        }

        @Comp
        static String m(List<Integer> numbers) {
          Pair<String> pair = new Pair<>(Yield.yield("first"), Kind.A);
          Named named = pair::first;
          List<Pair<? extends Number>> others = new ArrayList<>();
          for (int number : numbers) {
            others.add(new Pair<>(number, Yield.<Boolean>yield("b?") ? Kind.B : Kind.A));
          }
          return named.name() + others + pair.kind();
        }
      }
      """;

  @Test
  void compileWithoutAnyWarning() {
    assertThat(Compiling.messages(Compiling.compileStrictly(SOURCE))).isEmpty();
  }

  @Test
  void leaveTheSourceWhereNoCompilerTakesItForAClass() {
    Compilation compilation = Compiling.compileStrictly(SOURCE);

    List<String> files =
        compilation.generatedFiles().stream()
            .map(JavaFileObject::getName)
            .filter(n -> n.contains("T_m_Stepper"))
            .toList();

    assertThat(files)
        .containsExactlyInAnyOrder(
            "/CLASS_OUTPUT/p/T_m_Stepper.class", "/CLASS_OUTPUT/META-INF/weft/p/T_m_Stepper.java");
  }

  @Test
  void leaveTheErrorsOfTheUserToJavac() {
    Compilation compilation = Compiling.compile(SOURCE.replace("pair::first", "pair::last"));

    assertThat(Compiling.messages(compilation))
        .filteredOn(m -> m.contains("error"))
        .singleElement()
        .asString()
        .startsWith("T.java:14:19: error: invalid method reference");
  }
}
