package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordTest {

  private static final Path DRAWING = Path.of("src/main/java/dev/weft/RunnerInbox.java");

  /** {@code from to}, each a phase or several, with what is said of them in brackets. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^ \\*   ([A-Z_]+)((?:, [A-Z_]+)?)(?: \\(\\w+\\))? +([A-Z_]+)");

  private static int phase(String name) throws ReflectiveOperationException {
    return Word.class.getDeclaredField(name).getInt(null);
  }

  @Test
  void theDrawingHasAllTransitionsAndNoOthers() throws Exception {
    Set<String> drawn = new TreeSet<>();
    Matcher rows = ROW.matcher(Files.readString(DRAWING));
    while (rows.find()) {
      for (String from : (rows.group(1) + rows.group(2)).split(", ")) {
        drawn.add(phase(from) + " to " + phase(rows.group(3)));
      }
    }
    Set<String> allowed = new TreeSet<>();
    for (int before = 0; before <= Word.ENDED; before++) {
      for (int after = 0; after <= Word.ENDED; after++) {
        if (Word.follows(before, after)) {
          allowed.add(before + " to " + after);
        }
      }
    }
    assertThat(drawn).hasSizeGreaterThan(18).isEqualTo(allowed);
  }

  @Test
  void theNumberGrowsWhereTheFramesHavePausedAndNowhereElse() {
    assertThat(Word.isTransition(Word.RUNNING, Word.next(Word.TELLING))).isTrue();
    assertThat(Word.isTransition(Word.RUNNING, Word.TELLING)).isFalse();
    assertThat(Word.isTransition(Word.READY, Word.next(Word.RUNNING))).isFalse();
  }

  @Test
  void flagsChangeInAnyPhaseButTheLast() {
    assertThat(Word.isTransition(Word.TELLING, Word.TELLING | Word.MAIL)).isTrue();
    assertThat(Word.isTransition(Word.ENDED, Word.ENDED | Word.CANCEL)).isFalse();
  }
}
