package dev.weft.conformance.effects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Finds lines of a test's own source by a comment at their end. */
final class SourceLines {
  private SourceLines() {}

  /** The place, as a stack trace shows it, of the one line that ends with this comment. */
  static String place(Class<?> test, String method, String comment) throws IOException {
    String file = test.getSimpleName() + ".java";
    Path source = Path.of("src/test/java", test.getPackageName().replace('.', '/'), file);
    List<String> lines = Files.readAllLines(source);
    int[] found =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).endsWith("// " + comment))
            .toArray();
    if (found.length != 1) {
      throw new IllegalArgumentException(found.length + " lines end with // " + comment);
    }
    return test.getName() + "." + method + "(" + file + ":" + (found[0] + 1) + ")";
  }
}
