package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Coroutine;
import dev.weft.Frame;
import dev.weft.Runner;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A paused computation shows the variables that it will go on with. */
class LiveLocalsTest {

  @Comp
  static String order(String who, int limit) {
    var items = new ArrayList<String>();
    String greeting = "Hello " + who;
    int count = Yield.yield(greeting); // who and greeting are not needed any more
    for (int i = 0; i < count; i++) {
      String item = Yield.yield("item");
      long price = pricing(item, limit);
      items.add(item + " " + price);
    }
    return items.toString();
  }

  @Comp
  static long pricing(String item, int limit) {
    Map<String, List<Long>> prices = Map.of(item, List.of(7L));
    boolean isExpensive = Yield.yield("expensive?");
    return isExpensive ? limit : prices.get(item).get(0);
  }

  private int total = 3;

  @Comp
  int add(int more) {
    {
      double part = total;
      total += Yield.<Integer>yield("first");
      total += (int) part;
    }
    {
      char part = 'x';
      total += Yield.<Integer>yield("second") + part;
    }
    return total + more + Yield.<Integer>yield("third");
  }

  record Größe(int länge) {}

  @Comp
  static int unicode(Map.Entry<Größe, int[][]> größe) {
    return Yield.<Integer>yield("q") * größe.getKey().länge();
  }

  @Test
  void typesAreWrittenInSimpleNames() {
    var entry = Map.entry(new Größe(2), new int[0][]);
    Coroutine<Integer> coroutine = Coroutine.of(LiveLocalsTestComps.unicode(entry));
    coroutine.run();
    assertThat(coroutine.locals().get(0).locals())
        .containsExactly(new Frame.Local("größe", "Entry<Größe, int[][]>", entry));
  }

  @Comp
  static int state(int state, Object locals) {
    Object x = locals;
    int at = state;
    Yield.yield("names of ours");
    return at + x.hashCode() + state;
  }

  private static List<String> shown(Frame frame) {
    return frame.locals().stream().map(l -> l.type() + " " + l.name() + " = " + l.value()).toList();
  }

  @Test
  void beforeTheStartThereAreTheParameters() {
    Coroutine<String> coroutine = Coroutine.of(LiveLocalsTestComps.order("Ann", 9));
    assertThat(coroutine.locals()).hasSize(1);
    assertThat(shown(coroutine.locals().get(0)))
        .containsExactly("String who = Ann", "int limit = 9");
  }

  @Test
  void onlyWhatIsReadAgainIsShown() {
    Coroutine<String> coroutine = Coroutine.of(LiveLocalsTestComps.order("Ann", 9));
    coroutine.run();
    assertThat(shown(coroutine.locals().get(0)))
        .containsExactly("int limit = 9", "ArrayList<String> items = []");
    coroutine.run(2);
    assertThat(shown(coroutine.locals().get(0)))
        .containsExactly(
            "int limit = 9", "ArrayList<String> items = []", "int count = 2", "int i = 0");
  }

  @Test
  void callersShowTheirsToo() {
    Coroutine<String> coroutine = Coroutine.of(LiveLocalsTestComps.order("Ann", 9));
    coroutine.run();
    coroutine.run(2);
    coroutine.run("tea");
    List<Frame> frames = coroutine.locals();
    assertThat(frames).extracting(Frame::place).isEqualTo(coroutine.where());
    assertThat(shown(frames.get(0)))
        .containsExactly(
            "String item = tea", "int limit = 9", "Map<String, List<Long>> prices = {tea=[7]}");
    assertThat(shown(frames.get(1)))
        .containsExactly(
            "int limit = 9",
            "ArrayList<String> items = []",
            "int count = 2",
            "int i = 0",
            "String item = tea");
    coroutine.run(true);
    assertThat(shown(coroutine.locals().get(0))).contains("ArrayList<String> items = [tea 9]");
    coroutine.cancel();
    assertThat(coroutine.locals()).isEmpty();
  }

  @Test
  void twoVariablesOfOneNameKeepTheirName() {
    Coroutine<Integer> coroutine = Coroutine.of(LiveLocalsTestComps.add(this, 1));
    coroutine.run();
    assertThat(shown(coroutine.locals().get(0)))
        .containsExactly("LiveLocalsTest this = " + this, "int more = 1", "double part = 3.0");
    coroutine.run(4);
    assertThat(shown(coroutine.locals().get(0)))
        .containsExactly("LiveLocalsTest this = " + this, "int more = 1", "char part = x");
    coroutine.run(5);
    assertThat(shown(coroutine.locals().get(0))).as("all of it is in a sum by now").isEmpty();
  }

  @Test
  void variablesThatAreCalledAsOursAreShownAsTheirOwn() {
    Coroutine<Integer> coroutine = Coroutine.of(LiveLocalsTestComps.state(5, "o"));
    coroutine.run();
    assertThat(shown(coroutine.locals().get(0)))
        .containsExactly("int state = 5", "Object x = o", "int at = 5");
  }

  @Test
  void aRunnerShowsThemWhileItIsSuspended() throws Exception {
    Runner<String> runner =
        AsyncCoroutine.runSync(LiveLocalsTestComps.order("Bob", 8), "t").runner();
    assertThat(shown(runner.locals().get(0))).contains("int limit = 8");
    runner.cancelSync();
    assertThat(runner.locals()).isEmpty();
  }
}
