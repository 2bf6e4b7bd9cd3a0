package dev.weft.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the running JDK has in {@code java.lang}. */
final class JavaLang {
  /** The simple names of its classes; those of nested ones with their outer classes' before. */
  static final Set<String> NAMES = names();

  private JavaLang() {}

  private static Set<String> names() {
    Path folder = Path.of(URI.create("jrt:/java.base/java/lang"));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".class"))
          .map(f -> f.substring(0, f.lastIndexOf('.')))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
