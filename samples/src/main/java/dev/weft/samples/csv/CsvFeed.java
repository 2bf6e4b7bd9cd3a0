package dev.weft.samples.csv;

import dev.weft.Coroutine;
import dev.weft.Step;
import java.util.List;

/**
 * Reads CSV as it arrives.
 *
 * <pre>{@code
 * CsvFeed feed = new CsvFeed();
 * feed.add("name,born\nAda,18"); // [[name, born]]
 * feed.add("15\n");              // [[Ada, 1815]]
 * feed.end();                    // []
 * }</pre>
 */
public final class CsvFeed {
  private final Coroutine<List<List<String>>> parser =
      Coroutine.of(CsvParserComps.parse(new CsvParser()));

  /** Makes a feed at the beginning of a text. */
  public CsvFeed() {
    parser.run(); // to where it waits for the first chunk
  }

  /**
   * Takes the next piece of the text, of any length.
   *
   * @return the rows that it completes
   * @throws IllegalArgumentException if the text is no CSV
   */
  public List<List<String>> add(String chunk) {
    return rows(parser.run(chunk));
  }

  /**
   * Ends the text.
   *
   * @return the last row, if no line break ended it
   * @throws IllegalArgumentException if the text ends inside quotes
   */
  public List<List<String>> end() {
    return rows(parser.run((Object) null));
  }

  @SuppressWarnings("unchecked") // CsvParser yields rows and nothing else
  private static List<List<String>> rows(Step<List<List<String>>> step) {
    if (step instanceof Step.Thrown<?> thrown
        && thrown.error() instanceof IllegalArgumentException malformed) {
      throw malformed;
    }
    return step.fold(
        suspended -> (List<List<String>>) suspended.value(),
        completed -> completed.value(),
        thrown -> {
          throw new AssertionError(thrown.error());
        },
        cancelled -> List.of());
  }
}
