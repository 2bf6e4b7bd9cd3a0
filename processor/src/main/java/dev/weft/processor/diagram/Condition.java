package dev.weft.processor.diagram;

import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition in the words of the source.
 *
 * @param text empty if it is not simple
 * @param test what it says of a variable of the machine's own
 */
record Condition(String text, Optional<Point.Test> test) {
  private static final int MAX_LENGTH = 50;
  private static final Pattern ANSWER =
      Pattern.compile("(?:\\([\\w.<>\\[\\]]+\\) )?answer\\([^()]*\\)");
  private static final Pattern TEST = Pattern.compile("(\\w+) (==|!=) (\\d+|null)");
  private static final Pattern COMPARISON =
      Pattern.compile("([^&|?<>=!]+)( (?:==|!=|<|>|<=|>=) )([^&|?<>=!]+)");
  private static final Map<String, String> OPPOSITES =
      Map.of(
          " == ", " != ", " != ", " == ", " < ", " >= ", " >= ", " < ", " > ", " <= ", " <= ",
          " > ");
  private static final Pattern OPERATOR = Pattern.compile("&&|\\|\\||[?<>=]");

  /** A condition that the machine tests. */
  static Condition of(Code code) {
    String text = ANSWER.matcher(code.toString()).replaceAll("answer").replaceAll("\\s+", " ");
    if (!isOwn(code)) {
      return simple(text);
    }
    Matcher matcher = TEST.matcher(text);
    return new Condition(
        "",
        matcher.matches()
            ? Optional.of(
                new Point.Test(matcher.group(1), matcher.group(2).equals("=="), matcher.group(3)))
            : Optional.empty());
  }

  /** A branch of a switch, and what it switches on. */
  static Condition of(Code key, String labels) {
    String label = labels.replaceFirst("\\s*(->|:)\\s*$", "").strip();
    int comment = label.indexOf("/* ");
    if (comment >= 0) {
      return simple(label.substring(comment + 3).replace("*/", "").strip());
    }
    if (isOwn(key) && label.matches("case \\d+")) {
      return new Condition(
          "", Optional.of(new Point.Test(key.toString(), true, label.substring(5))));
    }
    return simple(label);
  }

  private static Condition simple(String text) {
    return new Condition(text.length() > MAX_LENGTH ? "" : text, Optional.empty());
  }

  /** Whether it asks for variables that the source has not. */
  static boolean isOwn(Code code) {
    return code.reads().stream().anyMatch(Condition::isOwn);
  }

  static boolean isOwn(Local local) {
    return local.role() == Local.Role.TEMPORARY || local.role() == Local.Role.TRANSIENT;
  }

  /** The opposite. */
  Condition not() {
    return new Condition(negated(), test.map(Point.Test::not));
  }

  private String negated() {
    if (text.isEmpty()) {
      return "";
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (comparison.matches()) {
      return comparison.group(1) + OPPOSITES.get(comparison.group(2)) + comparison.group(3);
    }
    boolean isCompound = OPERATOR.matcher(text).find();
    if (text.startsWith("!") && !isCompound) {
      return text.substring(1);
    }
    return simple(isCompound ? "!(" + text + ")" : "!" + text).text();
  }
}
