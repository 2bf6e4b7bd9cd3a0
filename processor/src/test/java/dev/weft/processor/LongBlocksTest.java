package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Blocks so long that they may be parted, in statements that suspend and in statements that don't.
 */
class LongBlocksTest {
  private static final String LONG =
      "{ int own = n; String text = \"t\" + own; " + "sum += own + text.length();\n".repeat(300);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (C) %s}",
        "if (C) { S } else %s}",
        "if (C) { if (n > 1) %s} }",
        "while (C) %s sum++; }",
        "do %s} while (C);",
        "for (int i = 0; i < n && C; i++) %s}",
        "for (int i : new int[C ? 1 : 2]) %s}",
        "try { S } catch (RuntimeException e) %s}",
        "try { S } finally %s}",
        "try %s S } finally { sum--; }",
        "try %s} catch (RuntimeException e) { S }",
        "try (java.io.Closeable c = null) { S sum++; } catch (Exception e) %s}",
        "switch (n) { case 1 -> %s} default -> { S } }",
        "switch (n) { case 1: %s} break; default: S }",
        "switch (n) { case 1: S break; default: int first = n; %s} sum += first; }",
        "switch (C ? 1 : 2) { case 1 -> { if (n > 1) %s} } default -> { S } }",
        "sum += switch (n) { case 1 -> %s yield own; } default -> { S yield 2; } };",
        "sum += C ? switch (n) { case 1 -> %s yield own; } default -> 2; } : 3;",
        "synchronized (C ? \"a\" : \"b\") %s}",
        "label: if (C) %s if (sum > 5) break label; }",
        "S %s}",
        "%s} S",
        "S { %s} }",
        "Runnable r = () -> { %s} }; S r.run();",
        "new Object() { void m(int n) %s} }.m(1); S"
      })
  void compile(String statement) {
    assertCompiles(statement.replaceAll("\\bC\\b", "n > 0").replaceAll("\\bS\\b", ""));
    assertCompiles(
        statement
            .replaceAll("\\bC\\b", "Yield.<Boolean>yield(\"c\")")
            .replaceAll("\\bS\\b", "Yield.emit(n);"));
  }

  private static void assertCompiles(String statement) {
    String source =
        """
        class T {
          static int sum;

          @Comp
          static int m(int n) {
            %s
            return sum;
          }
        }
        """
            .formatted(statement.replace("%s", LONG));
    assertThat(Compiling.messages(Compiling.compile(source))).as(statement).isEmpty();
  }
}
