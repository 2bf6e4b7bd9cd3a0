package dev.weft.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.conformance.fuzz.MemoryCompiler.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random programs show the defects that are planted in the code generated for them. */
class PlantedDefectsTest {
  private static final int METHODS = 30;
  private static final String STEP = "protected int step(";

  private static Program program;
  private static Result result;

  @BeforeAll
  static void compiles() {
    MemoryCompiler compiler = new MemoryCompiler(List.of());
    for (long seed = 1; result == null || !result.succeeded(); seed++) {
      program = Program.of(seed, METHODS);
      result = compiler.compile(program.sources(), true);
    }
  }

  @Test
  void showsThatALocalIsNotSaved() {
    assertShown("(?m)^ +this\\.(\\w+) = \\1;\\n", "");
  }

  @Test
  void showsThatALocalIsNotLoaded() {
    assertShown("(?m)^ +(\\w+) = this\\.\\1;\\n", "");
  }

  @Test
  void showsThatASuspensionLeadsToAnother() {
    assertShown("return suspend\\(x, 2,", "return suspend(x, 1,");
  }

  @Test
  void showsThatACleanupRunsWhenItShouldNot() {
    assertShown("if \\(state == 0\\)", "if (true)");
  }

  /** Plants a defect once in each stepper that has a place for it. */
  private static void assertShown(String pattern, String replacement) {
    Pattern place = Pattern.compile(pattern);
    Map<String, String> sources = new LinkedHashMap<>(program.sources());
    int planted = 0;
    for (Map.Entry<String, String> each : result.generated().entrySet()) {
      String name = each.getKey().replaceAll("\\.java$", "");
      String text = each.getValue();
      int step = text.indexOf(STEP);
      Matcher found = place.matcher(text);
      boolean isPlace = step >= 0 && name.contains(".P_") && found.find(step);
      planted += isPlace ? 1 : 0;
      sources.put(
          name,
          isPlace
              ? text.substring(0, found.start()) + replacement + text.substring(found.end())
              : text);
    }
    Result changed = new MemoryCompiler(List.of()).compile(sources, false);

    assertThat(planted).isPositive();
    assertThat(changed.messages()).filteredOn(MemoryCompiler.Message::isError).isEmpty();
    assertThat(isShown(changed)).as("%d defects planted", planted).isTrue();
  }

  private static boolean isShown(Result changed) {
    Checker checker = new Checker(List.of());
    Subject subject = new Subject(program, changed.classes(), true);
    return program.plan().methods().stream()
        .filter(m -> !m.isPrivate())
        .anyMatch(m -> checker.run(subject, m, 1).isPresent());
  }
}
