package dev.weft.spi;

import java.util.Objects;
import java.util.regex.Matcher;

/**
 * The source method that a stepper was made from. It is static data of the stepper class and is
 * read only when a place has to be named: in an error text or a stack trace.
 */
public final class Origin {
  private final String className;
  private final String method;
  private final String file;
  private final int[] lines;

  /**
   * Describes a method.
   *
   * @param className the binary name of the class that declares it
   * @param method its name
   * @param file the simple name of its source file
   * @param lines the method's own line, then the line of suspension 1, 2, 3 …
   * @throws IllegalArgumentException if there are more suspensions than a frame can number; the
   *     list of their lines would be too large for a class file
   */
  public Origin(String className, String method, String file, int... lines) {
    this.className = Objects.requireNonNull(className, "className");
    this.method = Objects.requireNonNull(method, "method");
    this.file = Objects.requireNonNull(file, "file");
    if (lines.length - 1 > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          method + " has too many suspensions: " + (lines.length - 1));
    }
    this.lines = lines.clone();
  }

  /**
   * The place of a state, as a stack trace shows it.
   *
   * @param state the number of a suspension, or 0 for the method's own line
   */
  public StackTraceElement at(int state) {
    return new StackTraceElement(className, method, file, line(state));
  }

  /**
   * A place in the method, as a stack trace shows it.
   *
   * @param member the end of the binary name of a class in the method; empty for the method itself
   * @param generated the name of the generated method: {@code step}, a part of it, or a lambda in
   *     one of these
   * @param line in the source, or 0 if it is not known, which then is the method's own
   */
  StackTraceElement inSource(String member, String generated, int line) {
    String name = member.isEmpty() ? method : generated;
    if (member.isEmpty() && generated.startsWith("lambda$")) {
      name = generated.replaceFirst("\\$(step|part\\d+)", Matcher.quoteReplacement("$" + method));
    }
    return new StackTraceElement(className + member, name, file, line > 0 ? line : line(0));
  }

  /** Whether a class is the one by which steppers reach what they may not name. */
  boolean isAccessor(String name) {
    int nested = className.indexOf('$');
    return name.equals((nested < 0 ? className : className.substring(0, nested)) + "_Access");
  }

  private int line(int state) {
    boolean known = state >= 0 && state < lines.length;
    return known ? lines[state] : -1;
  }

  @Override
  public String toString() {
    return at(0).toString();
  }
}
