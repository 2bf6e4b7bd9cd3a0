package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/web.md against the sample. */
class DocumentationTest {
  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile("\\((images/[^)]+)\\)");

  @Test
  void allOfItsJavaIsInASourceFile() throws IOException {
    List<String> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(Files::isRegularFile).map(DocumentationTest::squeezed).toList();
    }
    List<String> pieces =
        JAVA.matcher(page()).results().map(piece -> squeezed(piece.group(1))).toList();

    assertThat(pieces).hasSizeGreaterThanOrEqualTo(12);
    assertThat(pieces)
        .allSatisfy(piece -> assertThat(sources).anyMatch(source -> source.contains(piece)));
  }

  @Test
  void itShowsAllThePicturesThatTheTestsTake() throws IOException {
    List<String> pictures =
        PICTURE.matcher(page()).results().map(picture -> picture.group(1)).toList();

    assertThat(pictures).hasSizeGreaterThanOrEqualTo(10);
    try (Stream<Path> taken = Files.list(DOCS.resolve("images"))) {
      assertThat(taken.map(file -> "images/" + file.getFileName()))
          .filteredOn(file -> file.startsWith("images/web-"))
          .containsExactlyInAnyOrderElementsOf(pictures);
    }
  }

  private static String page() throws IOException {
    return Files.readString(DOCS.resolve("web.md"));
  }

  private static String squeezed(Path file) {
    try {
      return squeezed(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The formatter breaks lines where the page does not. */
  private static String squeezed(String code) {
    return code.replaceAll("\\s+", "");
  }
}
