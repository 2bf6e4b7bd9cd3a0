package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

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

  @Test
  @DisabledIfSystemProperty(named = "screenshots", matches = "write")
  void thePicturesAreOfPagesThatLookSoStill() throws IOException {
    List<Path> pictures;
    try (Stream<Path> files = Files.list(DOCS.resolve("images"))) {
      pictures = files.filter(file -> file.getFileName().toString().startsWith("web-")).toList();
    }
    for (Path file : pictures) {
      BufferedImage image = ImageIO.read(file.toFile());
      assertThat(image).as(file.toString()).isNotNull();
      boolean isPhone = file.getFileName().toString().startsWith("web-phone-");
      assertThat(image.getWidth()).as(file.toString()).isEqualTo(isPhone ? 360 : 820);
      assertThat(image.getHeight()).as(file.toString()).isBetween(200, 720);
      assertThat(colours(image)).as("colours of " + file).isGreaterThan(20);
      Picture picture = Picture.read(file);
      assertThat(picture.text()).as(file.toString()).startsWith("Weft\n").hasSizeGreaterThan(30);
      assertThat(picture)
          .as(file + ", before style.css was changed: -Dscreenshots=write")
          .isEqualTo(Picture.of(picture.text()));
    }
  }

  private static long colours(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return IntStream.of(image.getRGB(0, 0, width, height, null, 0, width)).distinct().count();
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
