package dev.weft.processor.attribution;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The types that a source may name, as far as its text tells. */
final class NamedTypes {
  private static final Pattern SIMPLE = Pattern.compile("\\b\\p{Lu}[\\w$]*");
  private static final Pattern QUALIFIED =
      Pattern.compile("\\b(\\p{Ll}\\w*(?:\\s*\\.\\s*\\p{Ll}\\w*)*)\\s*\\.\\s*(\\p{Lu}\\w*)");

  private NamedTypes() {}

  /**
   * Tells of each: its package and its simple name.
   *
   * @param packageName the package of the source
   */
  static void in(String text, String packageName, BiConsumer<String, String> found) {
    SIMPLE.matcher(text).results().forEach(r -> found.accept(packageName, r.group()));
    QUALIFIED
        .matcher(text)
        .results()
        .forEach(r -> found.accept(r.group(1).replaceAll("\\s", ""), r.group(2)));
  }
}
