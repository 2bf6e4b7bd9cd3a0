package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stepper looks like to somebody who reads it. */
class GeneratedSourceTest {
  private static final String CHAT =
      """
      class Chat {
        static class Talk {
          @Comp
          static String ask(List<String> words, int times) {
            StringBuilder text = new StringBuilder(); // what was said
            /* Nothing here
             * is empty. */
            for (String word : words) {
              text.append(word.isEmpty() ? "$L" : word).append(' ');

              // A blank line above, and this, stay.
              if (text.length() > times * 2
                  && !word.isBlank()) {
                text.setLength(0);
              }
            }
            return text
                + Yield.<String>yield("first \\u0041 */")
                + Yield.yield("second");
          }
        }
      }
      """;

  @Test
  void beginsWithTheMethodAndATableOfItsStates() {
    String generated = generate("Chat_Talk_ask_Stepper", CHAT);

    assertThat(generated)
        .startsWith(
            """
            // The stepper of Chat.Talk.ask(List, int), Chat.java line 5. Made by Weft; do not edit.
            //
            // state  line  paused at
            //     0     5  nothing: not started, running or ended
            //     1    19  Yield.<String>yield("first &#92;u0041 */")
            //     2    20  Yield.yield("second")
            //
            // While 'at' is not 0, step skips to the state of that number.
            package p;
            """);
  }

  @Test
  void namesTheLinesOfItsSuspensions() {
    assertThat(generate("Chat_Talk_ask_Stepper", CHAT))
        .contains("new Origin(\"p.Chat$Talk\", \"ask\", \"Chat.java\", 5, 19, 20);");
  }

  @Test
  void holdsStatementsWithoutASuspensionAsTheyAre() {
    List<String> generated = strippedLines(generate("Chat_Talk_ask_Stepper", CHAT));
    List<String> written = strippedLines(CHAT);
    int first = written.indexOf("/* Nothing here");
    int last = written.indexOf("return text");

    assertThat(generated).containsSubsequence(written.subList(first, last));
    assertThat(generated).contains("// what was said");
  }

  @Test
  void keepsTheShapeOfComments() {
    assertThat(
            generate(
                "Shop_open_Stepper",
                """
                class Shop {
                  @Comp
                  static void open() {
                    while (true) {
                      /*
                       * Doors first:
                       *   the left one.
                       */
                      Yield.emit("open"); /* and
                        wait */
                    }
                  }
                }
                """))
        .contains(
"""
              /*
               * Doors first:
               *   the left one.
               */
              return suspend(x, 1, "open");
""");
  }

  @Test
  void storesBeforeALoopWhatTheLoopLeavesAsItIs() {
    String generated =
        generate(
            "T_m_Stepper",
            """
            class T {
              @Comp
              static String m(int count) {
                String kept = "kept" + count;
                for (int i = 0; i < count; i++) {
                  Yield.emit(i);
                }
                return kept;
              }
            }
            """);
    assertThat(strippedLines(generated))
        .containsSubsequence(
            "this.kept = kept;", "case 1:", "this.i = i;", "return suspend(x, 1, i);")
        .containsOnlyOnce("this.kept = kept;");
  }

  @Test
  void keepsTheValueOfTextBlocks() {
    String quotes = "\"\"\"";
    String source =
        """
        class T {
          @Comp
          static String m() {
            Yield.yield("a");
            String text = QQQ
                one
                  two \\
                three $S
              four
                QQQ;
            return text;
          }
        }
        """
            .replace("QQQ", quotes);

    String generated = generate("T_m_Stepper", source);

    String block = generated.substring(generated.indexOf(quotes + "\n") + 4);
    assertThat(block.substring(0, block.indexOf(quotes)).stripIndent())
        .isEqualTo("  one\n    two \\\n  three $S\nfour\n");
  }

  @Test
  void isLaidOutLikeCodeThatIsWrittenByHand() {
    Compilation compilation =
        Compiling.compile(
            CHAT,
            """
            class ShoppingCartOfAGuest {
              private final Map<String, List<String>> privateField = new HashMap<>();

              @Comp
              protected <A> List<A> addEverythingOf(
                  Map<String, ? extends A> first, List<A> second, int third, String... others) {
                privateField.clear();
                return Yield.yield(first.toString() + second + third + others.length);
              }
            }
            """);

    compilation
        .generatedSourceFiles()
        .forEach(
            file ->
                assertThat(Compiling.text(file).lines())
                    .as(file.getName())
                    .filteredOn(line -> !line.startsWith("//") && !line.contains("{@link"))
                    .allSatisfy(
                        line ->
                            assertThat(line)
                                .hasSizeLessThanOrEqualTo(100)
                                .doesNotContain("\t")
                                .isEqualTo(line.stripTrailing())));
  }

  private static String generate(String name, String source) {
    return Compiling.generated(Compiling.compile(source), name);
  }

  private static List<String> strippedLines(String text) {
    return text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }
}
