package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openqa.selenium.chrome.ChromeDriver;

/** What must hold of each page, whatever it shows. */
final class PageChecks {
  // As WCAG defines contrast.
  private static final String CONTRAST =
      """
      const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
      const light = (color) => {
        const [r, g, b] = rgb(color).map((c) => c / 255)
            .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = (element) => {
        const color = getComputedStyle(element).backgroundColor;
        return rgb(color)[3] === 0 ? behind(element.parentElement) : color;
      };
      const contrast = (color, element) => {
        const [a, b] = [light(color), light(behind(element))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      };
      """;

  // What has less contrast than WCAG asks of text.
  private static final String PALE =
      CONTRAST
          + """
      return [...document.querySelectorAll('h1, p, label, button, a, input, dt, dd, .problem')]
          .filter((element) => contrast(getComputedStyle(element).color, element) < 4.5)
          .map((element) => element.outerHTML);
      """;

  // How much less than WCAG asks is seen of the focus; nothing has it when that is the page's body.
  private static final String UNSEEN_FOCUS =
      CONTRAST
          + """
      const focused = document.activeElement;
      const style = getComputedStyle(focused);
      const isSeen = focused === document.body
          || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
              && contrast(style.outlineColor, focused.parentElement) >= 3;
      return isSeen ? '' : focused.outerHTML;
      """;

  private final ChromeDriver driver;

  PageChecks(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Each field has a label, one heading tells what is asked, all is seen, and nothing sticks out.
   */
  void page() {
    assertThat(
            run(
                "return [...document.querySelectorAll('input:not([type=hidden])')]"
                    + ".filter(i => !i.labels.length).length"))
        .as("fields without a label")
        .isEqualTo(0L);
    assertThat(run("return document.querySelectorAll('h1').length")).isEqualTo(1L);
    assertThat(run("return document.documentElement.lang")).isEqualTo("en");
    assertThat(
            run(
                "return [...document.querySelectorAll('button, .button, input:not([type=hidden])')]"
                    + ".filter(e => e.getBoundingClientRect().height < 44).length"))
        .as("things too small for a finger")
        .isEqualTo(0L);
    // Not innerWidth: phones zoom out until all is in it.
    assertThat((Long) run("return document.documentElement.scrollWidth"))
        .as("width of the content")
        .isLessThanOrEqualTo((Long) run("return document.documentElement.clientWidth"));
    inEachScheme(scheme -> assertThat(run(PALE)).as("too pale in " + scheme).isEqualTo(List.of()));
  }

  private void inEachScheme(Consumer<String> check) {
    for (String scheme : List.of("dark", "light")) {
      Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
      driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
      check.accept(scheme);
    }
  }

  /** What has the focus shows it, by day and by night. */
  void focus() {
    inEachScheme(
        scheme -> assertThat(run(UNSEEN_FOCUS)).as("focus not seen in " + scheme).isEqualTo(""));
  }

  private Object run(String script) {
    return driver.executeScript(script);
  }
}
