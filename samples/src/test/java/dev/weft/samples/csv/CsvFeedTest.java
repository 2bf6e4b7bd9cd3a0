package dev.weft.samples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Step;
import dev.weft.samples.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFeedTest {
  private static final String TEXT =
      "name,\"said\"\r\nAda,\"\"\"Hello\"\", she\r\nsaid\"\n,\n\n\"\",x\rlast,row";
  private static final List<List<String>> ROWS =
      List.of(
          List.of("name", "said"),
          List.of("Ada", "\"Hello\", she\r\nsaid"),
          List.of("", ""),
          List.of(""),
          List.of("", "x"),
          List.of("last", "row"));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 1000})
  void theSizeOfTheChunksDoesNotMatter(int size) {
    List<String> chunks =
        IntStream.iterate(0, start -> start < TEXT.length(), start -> start + size)
            .mapToObj(start -> TEXT.substring(start, Math.min(TEXT.length(), start + size)))
            .toList();

    assertThat(feed(chunks)).isEqualTo(ROWS);
    assertThat(PlainCsv.parse(TEXT)).isEqualTo(ROWS);
  }

  @Test
  void rowsComeAsSoonAsTheyAreComplete() {
    List<Object> dialogue = new ArrayList<>();

    Step<List<List<String>>> end =
        Script.play(
            CsvParserComps.parse(new CsvParser()),
            dialogue,
            "name,born\nAda,18",
            "15\nAl",
            "",
            "an,1912\r",
            "\n\"C");

    assertThat(dialogue)
        .containsExactly(
            List.of(),
            List.of(List.of("name", "born")),
            List.of(List.of("Ada", "1815")),
            List.of(),
            List.of(),
            List.of(List.of("Alan", "1912")));
    assertThat(end).isEqualTo(new Step.Cancelled<>("no more answers"));
  }

  @Test
  void emptyTextHasNoRows() {
    assertThat(feed(List.of())).isEmpty();
    assertThat(feed(List.of("", ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      textBlock =
          """
          a"b        , Row 1: a quote inside a field without quotes
          "a"b       , Row 1: text behind a closing quote
          "a         , Row 1: a quote that is never closed
          """)
  void malformedTextIsRefused(String text, String message) {
    assertThatThrownBy(() -> feed(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> PlainCsv.parse(text)).hasMessage(message);
  }

  @Test
  void agreesWithThePlainParserOnAnyTextInAnyChunks() {
    Random random = new Random(1912);
    int wellFormed = 0;
    for (int i = 0; i < 10_000; i++) {
      String text = random.nextBoolean() ? letters(random) : table(random);
      Object expected = outcome(() -> PlainCsv.parse(text));
      List<String> chunks = cut(text, random);

      assertThat(outcome(() -> feed(chunks))).as("%d: %s", i, chunks).isEqualTo(expected);
      wellFormed += expected instanceof List ? 1 : 0;
    }
    assertThat(wellFormed).isBetween(6_000, 9_000);
  }

  private static List<List<String>> feed(List<String> chunks) {
    CsvFeed feed = new CsvFeed();
    List<List<String>> rows = new ArrayList<>();
    chunks.forEach(chunk -> rows.addAll(feed.add(chunk)));
    rows.addAll(feed.end());
    return rows;
  }

  private static Object outcome(Supplier<?> parser) {
    try {
      return parser.get();
    } catch (IllegalArgumentException malformed) {
      return malformed.getMessage();
    }
  }

  /** Any mixture of the characters that matter, mostly malformed. */
  private static String letters(Random random) {
    return random
        .ints(random.nextInt(20), 0, 7)
        .mapToObj("ab\",\"\r\n"::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  /** A well-formed table. */
  private static String table(Random random) {
    StringBuilder text = new StringBuilder();
    for (int row = random.nextInt(5); row > 0; row--) {
      for (int field = random.nextInt(4); field >= 0; field--) {
        String content = letters(random);
        boolean plain = content.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
        text.append(plain ? content : '"' + content.replace("\"", "\"\"") + '"');
        text.append(field > 0 ? "," : row > 1 || random.nextBoolean() ? lineBreak(random) : "");
      }
    }
    return text.toString();
  }

  private static String lineBreak(Random random) {
    return List.of("\n", "\r\n", "\r").get(random.nextInt(3));
  }

  private static List<String> cut(String text, Random random) {
    List<String> chunks = new ArrayList<>();
    int longest = 1 + random.nextInt(12);
    for (int start = 0; start < text.length(); ) {
      int end = Math.min(text.length(), start + random.nextInt(longest + 1));
      chunks.add(text.substring(start, end));
      start = end;
    }
    return chunks;
  }
}
