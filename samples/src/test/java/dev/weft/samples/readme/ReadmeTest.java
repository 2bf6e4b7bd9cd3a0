package dev.weft.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the pages against the sources: their Java code compiles, and what they show is generated.
 */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource({"README.md, 8", "docs/hosting.md, 6", "docs/effects.md, 11", "docs/debugging.md, 3"})
  void allOfItsJavaIsInASourceFile(String page, int atLeast) throws IOException {
    List<String> sources = new ArrayList<>();
    for (String folder :
        List.of("src/main/java", "src/test/java", "target/generated-sources/annotations")) {
      sources.addAll(sources(Path.of(folder)));
    }
    String text = Files.readString(Path.of("..", page));

    List<String> pieces =
        JAVA.matcher(text)
            .results()
            .map(block -> block.group(1))
            .flatMap(block -> Stream.of(block.split("(?m)^\\.\\.\\.$")))
            .toList();

    assertThat(pieces).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(pieces)
        .allSatisfy(piece -> assertThat(sources).anyMatch(s -> s.contains(squeezed(piece))));
  }

  /** The formatter breaks lines where the pages do not. */
  private static String squeezed(String code) {
    return code.replaceAll("\\s+", "");
  }

  private static List<String> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).map(ReadmeTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return squeezed(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
