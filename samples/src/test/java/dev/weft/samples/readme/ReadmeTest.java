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
import org.junit.jupiter.api.Test;

/** Holds README.md against the sources: its Java code compiles, and what it shows is generated. */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void allOfItsJavaIsInASourceFile() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String folder :
        List.of("src/main/java", "src/test/java", "target/generated-sources/annotations")) {
      sources.addAll(sources(Path.of(folder)));
    }
    String readme = Files.readString(Path.of("../README.md"));

    List<String> pieces =
        JAVA.matcher(readme)
            .results()
            .map(block -> block.group(1))
            .flatMap(block -> Stream.of(block.split("(?m)^\\.\\.\\.$")))
            .toList();

    assertThat(pieces).hasSizeGreaterThan(7);
    assertThat(pieces)
        .allSatisfy(piece -> assertThat(sources).anyMatch(s -> s.contains(squeezed(piece))));
  }

  /** The formatter breaks lines where README.md does not. */
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
