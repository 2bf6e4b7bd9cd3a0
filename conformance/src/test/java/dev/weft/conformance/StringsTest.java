package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** String concatenation, text blocks, unicode. */
class StringsTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(StringsTest.class);
  }

  @Comp
  static String operandTypes() {
    Object none = null;
    char c = 'c';
    byte b = -1;
    return "a"
        + ask(new Num("n"))
        + c
        + 1
        + 2L
        + 1.5f
        + 2.5
        + true
        + none
        + null
        + b
        + Yield.<Character>yield(Q.chr("char"))
        + Yield.<Object>yield(Q.of("nothing", null));
  }

  @Comp
  static String additionBeforeConcatenation() {
    char c = 'a';
    int n = ask(new Num("n"));
    return c + n + ask(new Num("m")) + "|" + c + n + ask(new Num("k")) + 'x' + 1;
  }

  @Comp
  static String charactersAndNumbers() {
    char c = Yield.yield(Q.chr("c"));
    String s = c + ask(new Str("s"));
    String t = (char) (c + 1) + "" + (c + 1) + ask(new Num("n")) + (char) 65;
    String u = "" + c + c + ask(new Str("u")) + (c + c);
    int sum = c + 'b' + ask(new Num("m"));
    return s + t + u + sum;
  }

  @Comp
  static String compound() {
    String s = "s";
    s += ask(new Num("n"));
    s += 'c';
    s += 1 + 2 + ask(new Num("m"));
    s += "x" + 1 + 2 + ask(new Num("k"));
    s += null;
    String none = null;
    none += ask(new Str("to null"));
    Object o = "object";
    o += ask(new Str("to object"));
    CharSequence seq = "seq";
    seq += ask(new Str("to sequence"));
    s += (s = "replaced") + ask(new Str("last"));
    return s + none + o + seq;
  }

  static final class Named {
    private final Log log;
    private String name;

    Named(Log log, String name) {
      this.log = log;
      this.name = name;
    }

    Named rename(String to) {
      name = to;
      return this;
    }

    @Override
    public String toString() {
      log.add("toString of " + name);
      return name;
    }
  }

  @Comp
  static String toStringOfOperandsAfterTheSuspension(Log log) {
    Named a = new Named(log, "a");
    String s = ask(new Str("first")) + a + a.rename("b").name;
    log.add("concatenated");
    return s;
  }

  @Comp
  static String constantsFold() {
    final String greeting = "hello";
    final int n = 3;
    String s = greeting + n + 'c' + ask(new Str("s"));
    String folded = greeting + n;
    Yield.emit(folded == ("hello" + 3));
    Yield.emit(folded == "hello3");
    return s;
  }

  @Comp
  static String textBlocks() {
    String name = ask(new Str("name"));
    String block =
        """
        Dear "%s",
          we ask \t for\
         your \"""triple\""" and $L $T %%
        answer\s
        """
            .formatted(name);
    String other =
        """
        plain\
        """
            + ask(new Str("more"))
            + """

            end { } ; // no comment
            """;
    return block + other;
  }

  static int size(Log log, String text) {
    log.add(text);
    return text.length();
  }

  @Comp
  static int textBlocksInReturns(Log log) {
    int n = ask(new Num("n"));
    for (int i = 0; i < 2; i++) {
      if (i == n) {
        return Collections.max(
            List.of(
                size(
                    log,
                    """
                    one
                      two\
                        three

                    """),
                0));
      }
    }
    try {
      if (n > 5) {
        return switch (n) {
          case 6 ->
              size(
                  log,
                  """
                    six
                  """);
          default -> {
            yield size(
                log,
                """
                more %s
                """
                    .formatted(n));
          }
        };
      }
    } finally {
      log.add(ask(new Str("finally")));
    }
    return size(
        log,
        """
          last
        """
            + ask(new Str("last")));
  }

  @Comp
  static String unicodeAndEscapes() {
    String größe = ask(new Str("Größe"));
    int π = ask(new Num("π"));
    String 名前 = "日本" + größe + "\u00e9\t\"\\\0\177" + 'ß' + '\'' + "\uD83D\uDE00" + "😀";
    char c = '\u0041';
    Yield.emit(名前);
    return 名前 + π + c + größe.length();
  }

  @Comp
  static String dollarsAndFormats() {
    String $ = ask(new Str("$L"));
    int $T = ask(new Num("$T $$ %s %n"));
    String a$b = $ + "$N" + $T;
    Yield.emit(a$b);
    return a$b + "$>" + "%d" + "\\$";
  }

  @Comp
  static String commentsInCode(Log log) {
    // a comment with "quotes", { braces and a ; semicolon
    int n = /* before */ ask(/* inside */ new Num("n") /* after */) /* end */;
    /* several
     * lines } with Yield.yield("not real")
     */
    String url = "http://example.org/*not a comment*/"; // but this is one: "
    log.add(url + '"' + '\'' /* ' */);
    return /**/ url
        + n
        + ask(new Str("s")) // trailing
        + "//";
  }

  @Comp
  static String builderAcrossSuspensions() {
    StringBuilder sb = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      sb.append(i).append(ask(new Str("part " + i)).toUpperCase()).append(i < 2 ? "," : ".");
      sb.setLength(Math.min(sb.length(), 10));
    }
    return sb.insert(0, ask(new Num("head"))).toString();
  }

  @Comp
  static String methodsOfConcatenations() {
    return ("a" + ask(new Str("s"))).substring(1) + ("b" + ask(new Num("n"))).length();
  }

  private static int grown(StringBuilder text) {
    return text.append('x').length();
  }

  private static String both(Object a, Object b) {
    return a + "," + b;
  }

  /** What is joined to a string is made text before what follows is evaluated. */
  @Comp
  static String objectsThatChange(Log log) {
    StringBuilder own = new StringBuilder("b");
    StringBuilder[] all = {own};
    log.add(own + both(grown(own), ask(new Num("local"))));
    log.add(all[own.length() - 2] + both(grown(own), ask(new Num("element"))) + own + grown(own));
    log.add((ask(new Bool("own?")) ? own : all[0]) + both(all[0] = null, ask(new Num("choice"))));
    log.add(own + "-" + both(grown(own), ask(new Num("middle"))));
    log.add("-" + own + ask(new Num("length " + grown(own))) + own);
    Integer number = ask(new Num("n"));
    List<Integer> none = null;
    return number
        + both(number++, ask(new Num("boxed")))
        + none
        + both(number, ask(new Num("null")));
  }

  @Comp
  static String objectsThatAreAddedTo(Log log) {
    StringBuilder own = new StringBuilder("b");
    Object sum = own;
    sum += both(grown(own), ask(new Num("local")));
    Object[] sums = {own, null};
    sums[0] += both(grown(own), ask(new Num("element")));
    sums[1] += both(grown(own), ask(new Num("null")));
    log.add(sums);
    return sum + "" + own;
  }

  @Comp
  static String objectsThatTellWhenTheyAreAsked(Log log) {
    Object loud =
        new Object() {
          @Override
          public String toString() {
            log.add("asked");
            return "loud";
          }
        };
    Object silent =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("not to be shown");
          }
        };
    String shown = loud + both(log.tap("first", 1), ask(new Num("n"))) + loud;
    return shown + (silent + both(log.tap("second", 2), ask(new Num("never"))));
  }
}
