package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stack trace that docs/debugging.md shows is what such a program prints. */
class DocumentedTraceTest {
  private static final Pattern TRACE =
      Pattern.compile("(?m)^```\n(java\\.lang\\.IllegalArgumentException: (?s:.*?))^```$");
  private static final String MAIN = "at demo.Main.main(Main.java:9)";

  static final class Dialogue {
    @Comp
    static String outer() {
      return "outer " + middle();
    }

    @Comp
    static String middle() {
      return "middle " + inner();
    }

    @Comp
    static String inner() {
      String answer = Yield.yield("question");
      if (answer.isEmpty()) {
        throw new IllegalArgumentException("empty");
      }
      return answer;
    }
  }

  private static List<String> documented() throws IOException {
    Matcher trace = TRACE.matcher(Files.readString(Path.of("../docs/debugging.md")));
    assertThat(trace.find()).isTrue();
    return trace.group(1).lines().map(String::strip).toList();
  }

  /** Without the numbers of lines, and with the names that the page gives. */
  private static String shape(String line) {
    return line.replace(DocumentedTraceTest.class.getName() + "$Dialogue.", "demo.Dialogue.")
        .replaceAll("\\((\\w+)\\.java:\\d+\\)", "($1.java:…)")
        .replace("(DocumentedTraceTest.java:", "(Dialogue.java:");
  }

  @Test
  void itShowsTheMethodsThatRanThoseThatWaitAndWhoResumed() throws IOException {
    Coroutine<String> coroutine = Coroutine.of(DocumentedTraceTest_DialogueComps.outer());
    coroutine.run();
    Throwable error = ((Step.Thrown<String>) coroutine.run("")).error();

    List<String> documented = documented();
    assertThat(documented).last().isEqualTo(MAIN);
    int shown = documented.size() - 2;
    List<String> printed =
        Stream.concat(
                Stream.of(error.toString()),
                Stream.of(error.getStackTrace()).limit(shown).map(place -> "at " + place))
            .map(DocumentedTraceTest::shape)
            .toList();
    assertThat(printed)
        .isEqualTo(documented.subList(0, shown + 1).stream().map(line -> shape(line)).toList());
    assertThat(error.getStackTrace()[shown].getMethodName())
        .as("whoever resumed it follows")
        .isEqualTo("itShowsTheMethodsThatRanThoseThatWaitAndWhoResumed");
  }
}
