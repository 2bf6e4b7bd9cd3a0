package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every problem has a test and a section in the documentation. */
class ProblemCatalogueTest {
  private static final Path TESTS = Path.of("src/test/java");
  private static final Path DOCUMENTATION = Path.of("../docs/errors.md");
  private static final Pattern ANCHOR = Pattern.compile("^## (weft:[a-z-]+)$", Pattern.MULTILINE);

  /** What no source is known to provoke, and why it exists nevertheless. */
  private static final Map<Problem, String> UNPROVOKED =
      Map.of(Problem.UNSUPPORTED, "a construct of a Java newer than the processor");

  @Test
  void hasATestForEachProblem() throws IOException {
    String tests;
    try (var files = Files.walk(TESTS)) {
      tests =
          files
              .filter(f -> f.toString().endsWith("Test.java"))
              .filter(f -> !f.endsWith(getClass().getSimpleName() + ".java"))
              .map(ProblemCatalogueTest::read)
              .collect(Collectors.joining("\n"));
    }

    List<Problem> untested =
        Arrays.stream(Problem.values())
            .filter(p -> !UNPROVOKED.containsKey(p))
            .filter(
                p ->
                    !tests.contains("Problem." + p.name() + ",")
                        && !tests.contains("Problem." + p.name() + "."))
            .toList();

    assertThat(untested).as("problems that no test names").isEmpty();
  }

  @Test
  void hasASectionOfTheDocumentationForEachProblem() {
    List<String> sections =
        ANCHOR.matcher(read(DOCUMENTATION)).results().map(r -> r.group(1)).toList();

    assertThat(sections)
        .as("sections of %s", DOCUMENTATION)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Problem.values()).map(Problem::tag).toList());
  }

  @Test
  void saysWhatIsWrongAndWhyAndWhatToDo() {
    for (Problem each : Problem.values()) {
      String text = each.text(List.of("a", "b", "c", "d"));
      assertThat(text)
          .startsWith("[" + each.tag() + "] ")
          .contains(": ", "; ")
          .endsWith(".")
          .doesNotContain("%", "..", "null");
    }
  }

  @Test
  void hasTagsThatAreAllDifferent() {
    assertThat(Arrays.stream(Problem.values()).map(Problem::tag))
        .doesNotHaveDuplicates()
        .allSatisfy(t -> assertThat(t).matches("weft:[a-z]+(-[a-z]+)*"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
