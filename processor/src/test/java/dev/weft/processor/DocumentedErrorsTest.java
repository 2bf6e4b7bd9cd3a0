package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of {@code docs/errors.md} are refused and accepted as it says. */
class DocumentedErrorsTest {
  private static final String REFUSED = "// refused";
  private static final Pattern SECTION =
      Pattern.compile("^## (weft:[a-z-]+)$(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CODE =
      Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** An example of the section for a tag. */
  record Example(String tag, int number, String code) {
    @Override
    public String toString() {
      return tag + " " + number;
    }
  }

  static Stream<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    SECTION
        .matcher(Files.readString(Path.of("../docs/errors.md")))
        .results()
        .forEach(
            section ->
                CODE.matcher(section.group(2))
                    .results()
                    .forEach(
                        code ->
                            examples.add(
                                new Example(
                                    section.group(1), examples.size() + 1, code.group(1)))));
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void compilesOrNotAsTheDocumentationSays(Example example) {
    String source = "class Example {\n" + example.code() + "}\n";

    List<String> said = Compiling.messages(Compiling.compile(source));

    List<Integer> refused = linesThatAreRefused(source);
    assertThat(said).hasSameSizeAs(refused);
    for (int i = 0; i < said.size(); i++) {
      assertThat(said.get(i))
          .startsWith("Example.java:" + refused.get(i) + ":")
          .contains("error: [" + example.tag() + "]");
    }
  }

  /** Line numbers in the file, which begins with a line of imports. */
  private static List<Integer> linesThatAreRefused(String source) {
    List<String> lines = Arrays.asList(source.split("\n"));
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .filter(i -> lines.get(i).endsWith(REFUSED))
        .map(i -> i + 2)
        .toList();
  }
}
