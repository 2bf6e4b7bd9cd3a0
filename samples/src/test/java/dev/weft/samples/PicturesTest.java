package dev.weft.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures in the documentation are those of the samples' machines: see scripts/diagrams. */
class PicturesTest {

  private static final Path PICTURES = Path.of("../docs/diagrams");
  private static final Pattern STATE =
      Pattern.compile("s\\d+ \\[label=\"(.*)\\\\n\\d+, line \\d+\"");

  private static List<Path> drawings() throws Exception {
    URL folder =
        Objects.requireNonNull(PicturesTest.class.getResource("/META-INF/weft/dev/weft/samples"));
    try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
      return files.filter(f -> f.toString().endsWith(".dot")).sorted().toList();
    }
  }

  private static String picture(Path drawing) {
    return drawing.getParent().getFileName()
        + "-"
        + drawing.getFileName().toString().replace("_Stepper.dot", ".svg");
  }

  @Test
  void eachMachineHasAPicture() throws Exception {
    try (Stream<Path> pictures = Files.list(PICTURES)) {
      assertThat(pictures.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              drawings().stream().map(PicturesTest::picture).toList());
    }
  }

  @Test
  void thePictureShowsItsStates() throws Exception {
    for (Path drawing : drawings()) {
      String text = text(Files.readString(PICTURES.resolve(picture(drawing))));
      Matcher state = STATE.matcher(Files.readString(drawing));
      while (state.find()) {
        String label = state.group(1).replace("\\\"", "\"").replace("\\\\", "\\");
        assertThat(text).as(drawing + ": run scripts/diagrams").contains(label);
      }
    }
  }

  @Test
  void theGuideLeadsToEachPicture() throws IOException {
    String guide = Files.readString(Path.of("../docs/debugging.md"));
    try (Stream<Path> pictures = Files.list(PICTURES)) {
      assertThat(pictures.map(p -> "(diagrams/" + p.getFileName() + ")"))
          .allMatch(link -> guide.contains(link));
    }
  }

  private static String text(String svg) {
    return svg.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#45;", "-")
        .replace("&amp;", "&");
  }
}
