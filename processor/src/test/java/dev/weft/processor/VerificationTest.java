package dev.weft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * The JVM accepts steppers even where javac writes bytecode of the original that does not verify;
 * which variables share a slot is not the same in both, and so not who has the luck.
 */
class VerificationTest {

  /** The way out of the block leads through the switch, while a tested value still has its slot. */
  @Test
  void switchInAFinallyThatABreakRuns() throws IOException {
    assertVerifies(
        """
        class Desk {
          static Object value() { return 1; }
          @Comp static int sell(int n) {
            while (n > 0) {
              try {
                if (Yield.<Integer>yield("left") <= Yield.<Integer>yield("right")) {
                  if (!(value() instanceof Integer i)) {
                    break;
                  }
                  n = i;
                }
              } finally {
                switch (n--) {
                  case 1:
                    int state = n;
                    System.out.println(state);
                  case 2:
                    state = n + 1;
                  default:
                }
              }
            }
            return n;
          }
        }
        """,
        "Desk_sell_Stepper");
  }

  @Test
  void switchBehindAPatternAtTheEndOfABlock() throws IOException {
    assertVerifies(
        """
        class Desk {
          @Comp static int sell(int n) {
            Object o = Yield.yield("o");
            {
              if (!(o instanceof String s)) return 0;
            }
            switch (n) {
              case 1:
                int i = 0;
                n = i;
              case 2:
                i = n;
              default:
                return n;
            }
          }
        }
        """,
        "Desk_sell_Stepper");
  }

  private static void assertVerifies(String source, String stepper) throws IOException {
    Compilation compilation = Compiling.compile(source);
    assertThat(compilation).succeeded();
    JavaFileObject file =
        compilation.generatedFiles().stream()
            .filter(f -> f.getName().endsWith("/" + stepper + ".class"))
            .findFirst()
            .orElseThrow();
    try (InputStream bytes = file.openInputStream()) {
      Class<?> type = new One(bytes.readAllBytes()).type();
      // To tell the methods of a class, the JVM links it, and so verifies it.
      assertThat(type.getDeclaredMethods()).extracting("name").contains("step");
    }
  }

  private static final class One extends ClassLoader {
    private final byte[] bytes;

    One(byte[] bytes) {
      super(VerificationTest.class.getClassLoader());
      this.bytes = bytes;
    }

    Class<?> type() {
      Class<?> type = defineClass(null, bytes, 0, bytes.length);
      try {
        return Class.forName(type.getName(), true, this);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
