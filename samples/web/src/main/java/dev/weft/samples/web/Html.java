package dev.weft.samples.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Markup. It is made of a template that the program wrote and of values that it got; values are
 * escaped, so that they are text in the page whatever they contain.
 *
 * <pre>{@code
 * Html greeting = Html.of("<p>Hello, %s!</p>", name);
 * }</pre>
 */
public record Html(String text) {
  /** No markup at all. */
  public static final Html NONE = new Html("");

  /**
   * Fills a template as {@link String#formatted} does.
   *
   * @param template markup, with each attribute value in double quotes
   * @param values of any type; only those that are {@code Html} are markup, lists of such too
   */
  public static Html of(String template, Object... values) {
    return new Html(template.formatted(Arrays.stream(values).map(Html::escaped).toArray()));
  }

  private static Object escaped(Object value) {
    if (value instanceof Html html) {
      return html.text;
    }
    if (value instanceof Collection<?> parts) {
      return parts.stream().map(Html::escaped).map(String::valueOf).collect(Collectors.joining());
    }
    return String.valueOf(value)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return text;
  }
}
