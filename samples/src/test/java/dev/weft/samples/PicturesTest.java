package dev.weft.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures in the documentation are those of the samples' machines: see scripts/diagrams. */
class PicturesTest {

  private static final Path PICTURES = Path.of("../docs/diagrams");

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
  void thePictureShowsItsStatesAndWhatLeadsWhere() throws Exception {
    for (Path drawing : drawings()) {
      Drawing drawn = Drawing.ofDot(Files.readString(drawing));
      Drawing shown = Drawing.ofSvg(Files.readString(PICTURES.resolve(picture(drawing))));

      assertThat(drawn.boxes()).as(drawing.toString()).hasSizeGreaterThan(2);
      assertThat(shown.boxes()).as(drawing + ": run scripts/diagrams").isEqualTo(drawn.boxes());
      assertThat(shown.arrows()).as(drawing + ": run scripts/diagrams").isEqualTo(drawn.arrows());
    }
  }

  @Test
  void aPictureOfAnotherMachineWouldBeNoticed() throws IOException {
    String svg = Files.readString(PICTURES.resolve("checkout-Checkout_pay.svg"));
    Drawing pay = Drawing.ofSvg(svg);

    assertThat(pay.boxes())
        .containsExactly(
            "finish: ",
            "s1: ask(new AskCard(cents, attempt)) / 1, line 49",
            "s2: ask(new AskToRetry(declined.getMessage())) / 2, line 56",
            "start: Checkout.pay(int) / Checkout.java line 47");
    assertThat(pay.arrows())
        .containsExactly(
            "s1 -> finish: ", "s1 ~> s2: CardDeclined", "s2 -> s1: answer", "start -> s1: ");
    assertThat(pay).isNotEqualTo(changed(svg, "s2&#45;&gt;s1<", "s1&#45;&gt;s2<"));
    assertThat(pay).isNotEqualTo(changed(svg, ">answer<", ">!answer<"));
    assertThat(pay).isNotEqualTo(changed(svg, " stroke-dasharray=\"5,2\"", ""));
    assertThat(pay).isNotEqualTo(changed(svg, "(?s)<g id=\"edge4\".*?</g>", ""));
    assertThat(pay).isNotEqualTo(changed(svg, "(?s)<g id=\"node3\".*?</g>", ""));
  }

  private static Drawing changed(String svg, String part, String replacement) {
    String changed = svg.replaceFirst(part, replacement);
    assertThat(changed).isNotEqualTo(svg);
    return Drawing.ofSvg(changed);
  }

  @Test
  void theGuideLeadsToEachPicture() throws IOException {
    String guide = Files.readString(Path.of("../docs/debugging.md"));
    try (Stream<Path> pictures = Files.list(PICTURES)) {
      assertThat(pictures.map(p -> "(diagrams/" + p.getFileName() + ")"))
          .allMatch(link -> guide.contains(link));
    }
  }
}
