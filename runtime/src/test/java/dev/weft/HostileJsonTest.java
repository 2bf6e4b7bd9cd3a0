package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever tags, names and values say, a dump as JSON is JSON, and says what they said. */
@Timeout(60)
class HostileJsonTest {

  private final LiveRunners live = new LiveRunners();
  private final RunOptions options =
      RunOptions.defaults().executor(Runnable::run).registry(live).name("keeper");

  private static Object speaking(Supplier<String> text) {
    return new Object() {
      @Override
      public String toString() {
        return text.get();
      }
    };
  }

  private static Object failing(RuntimeException failure) {
    return speaking(
        () -> {
          throw failure;
        });
  }

  /** Reads the dump of the only runner. */
  @SuppressWarnings("unchecked")
  private Map<String, Object> dumped(DumpLimits limits) {
    Map<String, Object> dump = (Map<String, Object>) Json.read(live.dumpJson(limits));
    return ((List<Map<String, Object>>) dump.get("runners")).get(0);
  }

  /** What the dump says of the only local of a runner that keeps this. */
  @SuppressWarnings("unchecked")
  private String shown(Object kept) {
    Runner<Object> runner = AsyncCoroutine.run(Keeper.of(kept), kept, message -> {}, options);
    Map<String, Object> entry = dumped(DumpLimits.defaults());
    runner.cancel();
    var frame = ((List<Map<String, Object>>) entry.get("frames")).get(0);
    var local = ((List<Map<String, Object>>) frame.get("locals")).get(0);
    assertThat(entry).containsEntry("tag", local.get("value"));
    return (String) local.get("value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "\\",
        "\\\"}]}, {\"tag\": \"forged",
        "\\u0022",
        "/* */ </script>",
        "\b\t\n\f\r",
        "\u0000\u0001\u001f\u007f\u0080\u009f",
        "\u2028\u2029\ufeff\ufffe\uffff",
        "\u00e9\u20ac",
        "a \ud83d\ude00 face"
      })
  void aTextIsWhatItWas(String text) {
    assertThat(shown(text)).isEqualTo(text);
    assertThat(shown(new StringBuilder(text))).isEqualTo(text);
    assertThat(shown(List.of(text))).isEqualTo("[" + text + "]");
  }

  @Test
  void everyCharacterIsWhatItWas() {
    for (int from = 0; from <= Character.MAX_VALUE; from += 100) {
      StringBuilder text = new StringBuilder();
      for (int c = from; c < from + 100 && c <= Character.MAX_VALUE; c++) {
        text.append((char) c);
      }
      assertThat(shown(text.toString())).isEqualTo(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xd800, 0xdbff, 0xdc00, 0xdfff})
  void halfACharacterIsNotLost(int surrogate) {
    String half = String.valueOf((char) surrogate);
    assertThat(shown(half)).isEqualTo(half);
    assertThat(shown("a" + half + "b")).isEqualTo("a" + half + "b");
    assertThat(shown((char) surrogate)).isEqualTo(half);
  }

  @Test
  void aCutInTheMiddleOfACharacterIsStillJson() {
    Runner<Object> runner =
        AsyncCoroutine.run(Keeper.of("x"), "\ud83d\ude00\ud83d\ude00", message -> {}, options);
    assertThat(dumped(new DumpLimits(1000, 1, Duration.ofSeconds(5)))).containsKey("tag");
    assertThat(dumped(new DumpLimits(1000, 3, Duration.ofSeconds(5)))).containsKey("tag");
    runner.cancel();
  }

  @Test
  void aTextThatIsNoneIsSaidToBe() {
    assertThat(shown(failing(new IllegalStateException("\"\\\u0000"))))
        .endsWith(" (threw java.lang.IllegalStateException)");
    assertThat(shown(failing(new StrangeException())))
        .endsWith(" (threw " + StrangeException.class.getName() + ")");
    assertThat(shown(speaking(() -> null))).endsWith(" (its text is null)");
  }

  private static final class StrangeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw this;
    }

    @Override
    public String toString() {
      throw this;
    }
  }

  @Test
  void whatContainsItselfHasAnEnd() {
    List<Object> self = new ArrayList<>();
    self.add(self);
    assertThat(shown(self)).isEqualTo("[(this Collection)]");
    Map<Object, Object> map = new HashMap<>();
    map.put("\"", map);
    assertThat(shown(map)).isEqualTo("{\"=(this Map)}");
    List<Object> one = new ArrayList<>();
    List<Object> other = new ArrayList<>(List.of(one));
    one.add(other);
    assertThat(shown(one)).endsWith(" (threw java.lang.StackOverflowError)");
    Object[] array = new Object[1];
    array[0] = array;
    assertThat(shown(array)).startsWith("java.lang.Object[1] {[Ljava.lang.Object;@");
  }

  @Test
  void theNameOfARunnerIsTextToo() {
    String name = "\"}]\n\u0000\ud800";
    Runner<Object> runner =
        AsyncCoroutine.run(Keeper.of("x"), "t", message -> {}, options.name(name));
    assertThat(dumped(DumpLimits.defaults())).containsEntry("name", name);
    runner.cancel();
  }

  @Test
  void aDumpThatIsCutShortIsStillJson() {
    List<Runner<Object>> runners = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      runners.add(AsyncCoroutine.run(Keeper.of("\""), "\\", message -> {}, options));
    }
    int all = live.dumpJson().length();
    for (int length = 0; length < all + 50; length++) {
      String dump = live.dumpJson(new DumpLimits(length, 120, Duration.ofSeconds(5)));
      assertThat((Map<?, ?>) Json.read(dump)).hasSize(3);
    }
    runners.forEach(Runner::cancel);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[1,]", "{\"a\" 1}", "\"\n\"", "\"\\x\"", "01", "1 1", "\"\ud800\""})
  void whatIsNoJsonIsRefusedByTheReader(String text) {
    assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
