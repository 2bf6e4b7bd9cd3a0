package dev.weft.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one JDK has given.
 *
 * @param jdk its feature release, such as 25
 * @param machine the first line of the file: JDK, machine and day
 */
record Results(int jdk, String machine, List<Figure> figures) {

  /** Reads {@code jdk-25.tsv} and the like. */
  static Results read(Path file) throws IOException {
    String name = file.getFileName().toString();
    int jdk = Integer.parseInt(name.replaceAll("\\D", ""));
    String first = Files.readAllLines(file).get(0);
    return new Results(jdk, first.replaceFirst("^# *", ""), Figure.read(file));
  }

  /** The figure of one way to do a work. */
  Optional<Figure> find(String work, String way) {
    return figures.stream().filter(f -> f.work().equals(work) && f.way().equals(way)).findFirst();
  }
}
