package dev.weft.samples.web;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of a browser.
 *
 * @param browser shows pages
 * @param driver lets a test use it
 */
record Chromium(Path browser, Path driver) {
  static final String MISSING =
      "Skipped, for no Chromium with its driver is installed; on Debian:"
          + " apt-get install --yes chromium chromium-driver";

  /** Finds the ones of this machine; skips the test where there are none. */
  static Chromium orSkip(Map<String, String> environment) {
    Optional<Chromium> found = find(environment);
    if (found.isEmpty()) {
      // Said twice, for Maven prints no reasons of skipped tests.
      System.out.println(MISSING);
      abort(MISSING);
    }
    return found.get();
  }

  /** Finds both, or nothing. */
  static Optional<Chromium> find(Map<String, String> environment) {
    Optional<Path> browser =
        find(environment, "CHROMIUM", "chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = find(environment, "CHROMEDRIVER", "chromedriver");
    return browser.flatMap(b -> driver.map(d -> new Chromium(b, d)));
  }

  /** The program that a variable names; without the variable, the first of the names that is. */
  private static Optional<Path> find(
      Map<String, String> environment, String variable, String... names) {
    String named = environment.get(variable);
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Chromium::isProgram);
    }
    String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    return Stream.of(names)
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Chromium::isProgram)
        .findFirst();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
