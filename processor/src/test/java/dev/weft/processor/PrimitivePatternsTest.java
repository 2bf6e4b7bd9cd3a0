package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patterns of primitive types, a preview feature of Java 25, behave as in the original. */
class PrimitivePatternsTest {
  private static final String MAIN =
      """
      package app;

      import dev.weft.Blocking;
      import dev.weft.Computation;
      import dev.weft.Coroutines;
      import dev.weft.Yield;
      import dev.weft.annotations.Comp;
      import java.util.List;

      class Main {
        record Pair(double left, Object right) {}

        @Comp
        static String tests(Object o) {
          String text = "";
          if (o instanceof int i && i > Yield.<Integer>yield("more than")) {
            text = "int" + i + Yield.yield("int");
            text += i;
          } else if (o instanceof long l || Yield.<Integer>yield("not long") > 2) {
            text = "long" + Yield.yield("long");
          }
          if (new Pair(((Number) o).doubleValue(), o) instanceof Pair(int q, Number n)) {
            text += "pair" + q + Yield.yield("pair") + q + n;
          }
          return text + (o instanceof float f ? "" + Yield.yield("float" + f) + f : "none");
        }

        @Comp
        static String ofDouble(double d) {
          return switch (d) {
            case 0.0 -> "zero" + Yield.yield("zero");
            case int k when k > Yield.<Integer>yield("int") -> "int" + k + Yield.yield("int");
            case float f -> "float" + f;
            case double x -> "double" + x + Yield.yield("double") + x;
          };
        }

        @Comp
        static String ofBoolean(boolean first) {
          String text = switch (first) {
            case true -> "true" + Yield.yield("true");
            case false -> {
              Object more = Yield.yield("false");
              yield "false" + more;
            }
          };
          switch (Yield.<Integer>yield("more") > 2) {
            case false:
              text += Yield.yield("no");
            case true:
              text += Yield.yield("yes");
          }
          Boolean boxed = Yield.<Integer>yield("boxed") > 2;
          switch (boxed) {
            case true -> text += Yield.yield("boxed yes");
            case Boolean b when Yield.<Integer>yield("sure") > 2 -> text += b;
            case Boolean b -> text += "b" + b + Yield.yield("no box");
          }
          return text;
        }

        @Comp
        static String ofLong(long n) {
          String text = "";
          choice:
          switch (n) {
            case 1L:
              text += "one" + Yield.yield("one");
            case 5_000_000_000L:
              text += Yield.yield("big");
              break choice;
            case 2L:
              return text + Yield.yield("two");
            default:
              text += "default";
          }
          return text + switch (n) {
            case byte b when b > Yield.<Integer>yield("byte") -> "byte" + b;
            case float f when f > Yield.<Integer>yield("float") -> "float" + f;
            case double d when d > Yield.<Integer>yield("double") -> "double" + d;
            case Long l -> "long" + l + Yield.yield("long");
          };
        }

        @Comp
        static String ofInt(int n) {
          String text = switch (n) {
            case byte b when b > Yield.<Integer>yield("byte") -> "byte" + b;
            case char c -> "char" + (int) c + Yield.yield("char");
            case Integer i when i > Yield.<Integer>yield("Integer") -> "int" + i;
            case double d -> "double" + d + Yield.yield("double");
          };
          switch (Integer.valueOf(n)) {
            case long l when l > Yield.<Integer>yield("long"): return text + "long" + l;
            case int i when i > Yield.<Integer>yield("int"): return text + "int" + i;
            case int i: text += i + "" + Yield.yield("last");
          }
          return text;
        }

        private static int runs;

        private static void same(Computation<?> stepper, Blocking.Body<?> original) {
          for (int first = 0; first < 6; first++) {
            for (int second = 0; second < 6; second++) {
              List<Integer> answers = List.of(first, second, 5 - first, second, 3, 2, 1);
              String expected = Coroutines.collect(Blocking.of(original), answers).toString();
              String actual = Coroutines.collect(stepper, answers).toString();
              runs++;
              if (!actual.equals(expected)) {
                System.out.println(answers + ": " + actual + " and not " + expected);
              }
            }
          }
        }

        public static void main(String[] arguments) {
          for (Object o : List.of(3, 7L, 1.5, 2.0f, (byte) 4, Double.NaN)) {
            same(MainComps.tests(o), () -> tests(o));
          }
          for (double d : new double[] {0, -0.0, 3, 1.5, 0.1, 1e300, Double.NaN}) {
            same(MainComps.ofDouble(d), () -> ofDouble(d));
          }
          same(MainComps.ofBoolean(true), () -> ofBoolean(true));
          same(MainComps.ofBoolean(false), () -> ofBoolean(false));
          for (long n : new long[] {1, 2, 3, 5_000_000_000L, 16_777_217, Long.MAX_VALUE}) {
            same(MainComps.ofLong(n), () -> ofLong(n));
          }
          for (int n : new int[] {3, -3, 300, 70_000, 16_777_217}) {
            same(MainComps.ofInt(n), () -> ofInt(n));
          }
          System.out.println(runs + " runs");
        }
      }
      """;

  @TempDir Path folder;

  private Path output;

  @BeforeEach
  void writeSource() throws Exception {
    assumeTrue(
        Runtime.version().feature() == 25, "primitive patterns are a preview feature of Java 25");
    output = folder.resolve("out");
    Path source = folder.resolve("src/app");
    Files.createDirectories(source);
    Files.writeString(source.resolve("Main.java"), MAIN);
  }

  @Test
  void haveTheSameTrace() throws Exception {
    assertThat(
            CommandLine.compile(
                folder.resolve("src"),
                output,
                "--enable-preview",
                "--release",
                "25",
                "-Xlint:-preview,-fallthrough",
                "-classpath",
                CommandLine.libraries(),
                "--processor-path",
                CommandLine.processor()))
        .allMatch(m -> m.contains("note: Some input files use preview") || m.contains("Recompile"));

    assertThat(run()).isEqualTo("936 runs\n");
  }

  private String run() throws Exception {
    Path said = folder.resolve("said");
    Process java =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-preview",
                    "-classpath",
                    CommandLine.libraries() + File.pathSeparator + output,
                    "app.Main"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return Files.readString(said);
  }
}
