package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Coroutine;
import dev.weft.Runner;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A paused computation names the lines of this very file. */
class WhereTest {

  private static final Path SOURCE =
      Path.of("src/test/java/dev/weft/conformance/WhereTest.java").toAbsolutePath();

  @Comp
  static String outer() {
    String first = inner("a"); // outer calls inner
    return first + new Nested().rest();
  }

  @Comp
  static String inner(String prefix) {
    for (int i = 0; i < 2; i++) {
      prefix += Yield.<String>yield("q" + i); // inner yields
    }
    return prefix;
  }

  static class Nested {
    @Comp
    String rest() {
      return Yield.yield("rest"); // rest yields
    }
  }

  private static StackTraceElement place(String type, String method, String mark)
      throws IOException {
    List<String> lines = Files.readAllLines(SOURCE);
    int line = 0;
    while (!lines.get(line).contains("// " + mark)) {
      line++;
    }
    return new StackTraceElement(type, method, "WhereTest.java", line + 1);
  }

  @Test
  void aCoroutineNamesTheLinesOfTheSource() throws Exception {
    StackTraceElement inner = place(WhereTest.class.getName(), "inner", "inner yields");
    StackTraceElement outer = place(WhereTest.class.getName(), "outer", "outer calls inner");
    Coroutine<String> coroutine = Coroutine.of(WhereTestComps.outer());
    coroutine.run();
    assertThat(coroutine.where()).containsExactly(inner, outer);
    coroutine.run("x");
    assertThat(coroutine.where()).containsExactly(inner, outer);
    coroutine.run("y");
    assertThat(coroutine.where())
        .first()
        .isEqualTo(place(Nested.class.getName(), "rest", "rest yields"));
    assertThat(coroutine.where()).hasSize(2);
  }

  @Test
  void aRunnerDoesToo() throws Exception {
    Runner<String> runner = AsyncCoroutine.runSync(WhereTestComps.outer(), "t").runner();
    assertThat(runner.where())
        .hasSize(2)
        .first()
        .hasToString(place(WhereTest.class.getName(), "inner", "inner yields").toString());
    runner.cancelSync();
    assertThat(runner.where()).isEmpty();
  }
}
