package dev.weft.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The random programs have suspensions inside every construct that can hold one. */
class CoverageTest {
  private static final int CLASSES = 40;
  private static final int METHODS = 50;

  /** The names that the generator gives to what it makes. */
  private static final List<String> CONSTRUCTS =
      List.of(
          "&&",
          "||",
          "?:",
          "?: lambdas",
          "++",
          "+=",
          "=",
          "a[i]",
          "anonymous",
          "array",
          "arrows",
          "assert",
          "call",
          "call default",
          "call family",
          "call generic",
          "call generic class",
          "call instance",
          "call static",
          "call virtual",
          "cast",
          "catch",
          "catch multi",
          "concat",
          "concat object",
          "deferred",
          "do",
          "else",
          "finally",
          "for",
          "for each",
          "for each odd",
          "guard",
          "if",
          "if instanceof",
          "instanceof",
          "label",
          "lambda",
          "local",
          "new",
          "old switch expression",
          "private",
          "reference",
          "return",
          "stream",
          "switch",
          "switch expression",
          "text block",
          "throw",
          "try",
          "try resources",
          "var",
          "varargs",
          "while",
          "yield",
          "yield statement");

  @Test
  void everyConstructHoldsSuspensions() {
    Tally tally = new Tally();
    for (long seed = 1; seed <= CLASSES; seed++) {
      Program program = Program.of(seed, METHODS);
      program.plan().methods().forEach(m -> tally.add(program.body(m.name())));
    }
    System.out.println("constructs, with a suspension inside / made: " + tally);

    assertThat(CONSTRUCTS).allMatch(c -> tally.suspending(c) > 0);
  }
}
