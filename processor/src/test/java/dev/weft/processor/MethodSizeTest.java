package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No generated method is so long that HotSpot would never compile it. */
class MethodSizeTest {
  private static final int HOTSPOT_LIMIT = 8_000;
  private static final Pattern INSTRUCTION = Pattern.compile("^ +(\\d+): [a-z]", Pattern.MULTILINE);

  @TempDir Path directory;

  @Test
  void suspensionsInARow() {
    assertFits(
        "int sum = 0;\n"
            + lines(1000, i -> "int a" + i + " = Yield.yield(\"q" + i + "\"); sum += a" + i + ";")
            + "return sum;");
  }

  @Test
  void suspensionsInALoopAndATry() {
    assertFits(
        "int sum = 0;\nwhile (sum < 100) {\n  try {\n"
            + lines(
                300,
                i ->
                    "sum += Yield.<Integer>yield(%1$d); if (sum == %1$d) break; if (sum < 0) continue;"
                        .formatted(i))
            + "} catch (IllegalStateException e) { sum++; } finally { sum += 2; }\n}\nreturn sum;");
  }

  @Test
  void suspensionsInManyBranches() {
    assertFits(
        "int state = 0;\nwhile (true) {\nswitch (state) {\n"
            + lines(
                500,
                i ->
                    "case %1$d: Yield.emit(\"a%1$d\"); state = Yield.yield(%1$d); break;"
                        .formatted(2 * i))
            + "default: return state;\n}\n}");
  }

  @Test
  void suspensionsInManyRules() {
    assertFits(
        "int state = 0;\nwhile (state >= 0) {\n  state = switch (state) {\n"
            + lines(
                300,
                i ->
                    "case %1$d -> { Yield.emit(\"a%1$d\"); yield Yield.<Integer>yield(%1$d); }"
                        .formatted(i))
            + "default -> -1;\n};\n}\nreturn state;");
  }

  @Test
  void suspensionsInManyBranchesOfAnExpression() {
    assertFits(
        "switch (n * 31 % 500) {\n"
            + lines(500, i -> "case %1$d: n += Yield.<Integer>yield(%1$d); break;".formatted(i))
            + "}\nreturn n;");
  }

  @Test
  void suspensionsInOneExpression() {
    assertFits(
        "return List.<Object>of("
            + lines(300, i -> "Yield.yield(%d), ".formatted(i))
            + "n).size();");
  }

  @Test
  void suspensionsInACondition() {
    assertFits(
        "return n > 0"
            + lines(200, i -> " && Yield.<Boolean>yield(%d)".formatted(i))
            + " ? 1 : 2;");
  }

  @Test
  void aLongListOfStrings() {
    assertThat(compile("String s = \"" + "x\\t".repeat(9_000) + "\"; return s.length() + n;"))
        .contains("step(");
  }

  @Test
  void manyLocals() {
    assertFits(
        lines(500, i -> "String s%1$d = \"s\" + n + %1$d;".formatted(i))
            + "int z = Yield.yield(1);\n"
            + lines(500, i -> "z += s%d.length();".formatted(i))
            + "return z;");
  }

  @Test
  void shortMethodsStayWhole() {
    assertThat(compile(lines(60, i -> "n += Yield.<Integer>yield(%d);".formatted(i)) + "return n;"))
        .doesNotContain("part1(");
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private void assertFits(String body) {
    String code = compile(body);
    assertThat(code).contains("part1(");
    // The table of locals, the last method, is read by people who ask and never in a loop.
    Matcher instruction = INSTRUCTION.matcher(code.split("void locals\\(", 2)[0]);
    int longest = 0;
    while (instruction.find()) {
      longest = Math.max(longest, Integer.parseInt(instruction.group(1)));
    }
    assertThat(longest).isBetween(1_000, HOTSPOT_LIMIT);
  }

  @Test
  void aSizeThatIsNoNumberIsNamedAndLeftOut() {
    Compilation compilation =
        Compiling.compile(
            Compiling.javac("-Aweft.methodSize=big"),
            "class T {\n  @Comp\n  static void m() {\n    Yield.yield(1);\n  }\n}\n");
    assertThat(Compiling.messages(compilation))
        .singleElement()
        .asString()
        .contains("-Aweft.methodSize takes a number of bytes, not big");
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
  }

  /** The bytecode of the stepper of a method, as text. */
  private String compile(String body) {
    String source = "class T {\n  @Comp\n  static int m(int n) {\n" + body + "\n  }\n}\n";
    Compilation compilation = Compiling.compileStrictly(source);
    assertThat(String.join("\n", Compiling.messages(compilation))).isEmpty();
    Path file = directory.resolve("T_m_Stepper.class");
    for (JavaFileObject each : compilation.generatedFiles()) {
      if (each.getName().endsWith("/T_m_Stepper.class")) {
        copy(each, file);
      }
    }
    StringWriter out = new StringWriter();
    ToolProvider.findFirst("javap")
        .orElseThrow()
        .run(new PrintWriter(out), new PrintWriter(out), "-c", "-p", file.toString());
    return out.toString();
  }

  private static void copy(JavaFileObject from, Path to) {
    try (InputStream in = from.openInputStream()) {
      Files.copy(in, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
