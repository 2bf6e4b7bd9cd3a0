package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;

/**
 * Asserts compile errors of the processor. The source says where they belong: an error is expected
 * at the token after each mark {@code /*!*}{@code /}, and nowhere else.
 */
final class Refusals {
  private static final String MARK = "/*!*/";

  private Refusals() {}

  /**
   * Asserts that the marked places of a source, and no others, are refused.
   *
   * @param sentence the text of the error after its tag: what is wrong, why, and what to do
   */
  static void assertRefused(Problem problem, String sentence, String... sources) {
    assertRefused(problem, sentence, Compiling.compile(sources), sources);
  }

  /** The same, for a compilation with other options. */
  static void assertRefused(
      Problem problem, String sentence, Compilation compilation, String... sources) {
    List<String> expected = new ArrayList<>();
    for (String each : sources) {
      for (String place : marks(Compiling.source(each))) {
        expected.add(place + ": error: [" + problem.tag() + "] " + sentence);
      }
    }
    assertThat(expected).as("marks in the sources").isNotEmpty();
    assertThat(String.join("\n", Compiling.messages(compilation)).replace(MARK, ""))
        .isEqualTo(String.join("\n", expected));
  }

  /** Asserts that the processor has nothing against some sources, and that they compile. */
  static void assertAccepted(String... sources) {
    assertThat(Compiling.messages(Compiling.compile(sources))).isEmpty();
  }

  /** The tokens after the marks of a source, as {@code file:line:column}. */
  private static List<String> marks(JavaFileObject source) {
    String text = Compiling.text(source);
    String file = source.getName().replaceAll(".*/", "");
    List<String> places = new ArrayList<>();
    for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
      int token = at + MARK.length();
      long line = text.substring(0, token).chars().filter(c -> c == '\n').count() + 1;
      int column = token - text.lastIndexOf('\n', token);
      places.add(file + ":" + line + ":" + column);
    }
    return places;
  }
}
