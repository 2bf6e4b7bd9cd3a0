package dev.weft.samples.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** Which browser the tests use, and that they are skipped without one. */
class ChromiumTest {
  @TempDir private Path folder;

  private Path program(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Map<String, String> path() {
    return Map.of("PATH", "/nonexistent:" + folder);
  }

  @Test
  void bothAreFoundOnThePath() throws IOException {
    Path browser = program("chromium");
    Path driver = program("chromedriver");

    assertThat(Chromium.find(path())).contains(new Chromium(browser, driver));
  }

  @Test
  void theFirstNameThatIsThereCounts() throws IOException {
    program("google-chrome");
    Path browser = program("chromium-browser");
    Path driver = program("chromedriver");

    assertThat(Chromium.find(path())).contains(new Chromium(browser, driver));
  }

  @Test
  void variablesNameOthers() throws IOException {
    program("chromium");
    program("chromedriver");
    Path browser = program("mine");
    Path driver = program("my-driver");

    assertThat(
            Chromium.find(
                Map.of(
                    "PATH", folder.toString(),
                    "CHROMIUM", browser.toString(),
                    "CHROMEDRIVER", driver.toString())))
        .contains(new Chromium(browser, driver));
  }

  @Test
  void aVariableThatNamesNothingIsNotMadeUpFor() throws IOException {
    program("chromium");
    program("chromedriver");
    String folders = folder.toString();

    assertThat(Chromium.find(Map.of("PATH", folders, "CHROMIUM", "/nonexistent"))).isEmpty();
    assertThat(Chromium.find(Map.of("PATH", folders, "CHROMEDRIVER", "/nonexistent"))).isEmpty();
    assertThat(Chromium.find(Map.of("PATH", folders, "CHROMIUM", folders))).isEmpty();
  }

  @Test
  void oneWithoutTheOtherIsNotEnough() throws IOException {
    program("chromium");

    assertThat(Chromium.find(path())).isEmpty();
  }

  @Test
  void whatCanNotBeRunDoesNotCount() throws IOException {
    program("chromedriver");
    Files.createFile(folder.resolve("chromium"));
    Files.createDirectory(folder.resolve("google-chrome"));

    assertThat(Chromium.find(path())).isEmpty();
    assertThat(Chromium.find(Map.of())).isEmpty();
  }

  @Test
  void withoutABrowserATestIsSkippedAndSaysWhatToInstall() throws IOException {
    Map<String, String> environment = Map.of("CHROMIUM", "/nonexistent");

    PrintStream usual = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      assertThatThrownBy(() -> Chromium.orSkip(environment))
          .isInstanceOf(TestAbortedException.class)
          .hasMessageContaining(Chromium.MISSING);
    } finally {
      System.setOut(usual);
    }

    assertThat(printed.toString(UTF_8).strip()).isEqualTo(Chromium.MISSING);
    assertThat(Files.readString(Path.of("..", "..", "docs", "web.md")))
        .contains(Chromium.MISSING.substring(Chromium.MISSING.indexOf("apt-get")));
  }
}
