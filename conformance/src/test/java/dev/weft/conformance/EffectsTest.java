package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Computation;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.UnhandledEffectException;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Await;
import dev.weft.effects.Command;
import dev.weft.effects.Commands;
import dev.weft.effects.Fresh;
import dev.weft.effects.Key;
import dev.weft.effects.Random;
import dev.weft.effects.Reader;
import dev.weft.effects.State;
import dev.weft.effects.Throw;
import dev.weft.effects.Writer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Effects: answered at once, by a failure, by a question, by a computation in their place. */
class EffectsTest {
  private static final Key<Integer> TOTAL = Key.of("total");
  private static final Key<Integer> STEPS = Key.of("steps");

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(EffectsTest.class);
  }

  /** Answered at once. */
  record Twice(int n) implements Effect<Integer> {}

  /** Fails for numbers below 0. */
  record Root(int n) implements Effect<Integer> {}

  /** Asked of whoever drives. */
  record Question(String what) implements Effect<String> {}

  /** Answered by {@link #sum}. */
  record Sum(int count) implements Effect<Integer> {}

  record Generic<T>(T value) implements Effect<List<T>> {}

  record Unhandled() implements Effect<String> {}

  record Load(int id) implements Command<String> {}

  record Store(String text) implements Command<Integer> {}

  /** The handlers that all cases run with, as steppers and as originals. */
  static <T> Computation<T> surround(Computation<T> computation, Log log) {
    return computation
        .with(Reader.of(String.class, "outer"))
        .with(State.of(TOTAL, 0))
        .with(State.of(STEPS, 100))
        .with(Writer.of(String.class), EffectsTest.<T>logging(log))
        .with(Fresh.predictable())
        .with(Random.seeded(7))
        .with(Handler.of(Twice.class, twice -> 2 * twice.n()))
        .with(Handler.of(Root.class, root -> root(root.n())))
        .with(Handler.asking(Question.class, question -> new Str(question.what())))
        .with(Handler.running(Sum.class, sum -> EffectsTestComps.sum(sum.count())))
        .with(
            Commands.none()
                .on(Load.class, load -> "user " + load.id())
                .running(Store.class, store -> EffectsTestComps.store(store)))
        .with(generic())
        .with(Reader.of(Integer.class, 3));
  }

  private static <T> java.util.function.BiFunction<T, List<String>, T> logging(Log log) {
    return (result, told) -> {
      log.add("told " + told);
      return result;
    };
  }

  private static Handler generic() {
    return () ->
        new Handler.Scope(Generic.class) {
          @Override
          public Object answer(Effect<?> effect) {
            return List.of(((Generic<?>) effect).value(), "!");
          }
        };
  }

  private static int root(int n) {
    if (n < 0) throw new IllegalArgumentException("root of " + n);
    return (int) Math.sqrt(n);
  }

  /** With handlers further out than that of {@link Sum} alone. */
  @Comp
  static int sum(int count) {
    int sum = Reader.ask(Integer.class);
    for (int i = 0; i < count; i++) {
      sum += ask(new Num("part " + i));
    }
    return sum;
  }

  @Comp
  static int store(Store store) {
    return ask(new Bool("store " + store.text())) ? store.text().length() : -1;
  }

  @Comp
  static String inExpressions() {
    int n = ask(new Num("n"));
    int[] all = {Effects.perform(new Twice(n)), n, Effects.perform(new Twice(n + 1))};
    return all[Math.abs(n) % 3]
        + ": "
        + Effects.perform(new Twice(all[0]))
        + ask(new Str("s"))
        + Effects.perform(new Generic<>("g"));
  }

  @Comp
  static int inConditions() {
    int count = 0;
    while (Effects.perform(new Twice(count)) < 8 && ask(new Bool("on"))) {
      count += Effects.perform(new Twice(1)) > 1 ? 1 : ask(new Num("never"));
    }
    for (int i = Effects.perform(new Twice(1)); i < Effects.perform(new Twice(3)); i++) {
      count += i;
    }
    return count;
  }

  @Comp
  static String failing(Log log) {
    int n = ask(new Num("n"));
    try {
      return "root " + Effects.perform(new Root(n));
    } catch (IllegalArgumentException e) {
      log.add("caught " + e.getMessage());
      return "none" + ask(new Str("else"));
    } finally {
      log.add("finally");
    }
  }

  @Comp
  static int failingUncaught() {
    return Effects.perform(new Root(ask(new Num("n"))));
  }

  @Comp
  static String unhandled() {
    try {
      return Effects.perform(new Unhandled());
    } catch (UnhandledEffectException e) {
      return "unhandled" + ask(new Str("s"));
    }
  }

  @Comp
  static String asked() {
    String first = Effects.perform(new Question("first"));
    return first + Effects.perform(new Question("second")) + ask(new Str("third"));
  }

  @Comp
  static int inPlace(Log log) {
    int sum = 0;
    try {
      for (int i = 0; i < 3; i++) {
        sum += Effects.perform(new Sum(i));
        log.add("sum " + sum);
      }
    } finally {
      log.add("finally " + sum);
    }
    return sum;
  }

  @Comp
  static String states() {
    for (int i = 0; i < 3; i++) {
      int given = ask(new Num("n" + i));
      State.modify(TOTAL, total -> total + given);
      State.put(STEPS, State.get(STEPS) - 1);
    }
    return State.get(TOTAL) + " in " + State.get(STEPS);
  }

  @Comp
  static String overrides() {
    String inside = Reader.local(String.class, s -> s + ".inner", EffectsTestComps.reads("inside"));
    return inside + " " + Effects.call(EffectsTestComps.reads("outside"));
  }

  @Comp
  static String reads(String where) {
    return Reader.ask(String.class) + ask(new Str(where)) + Reader.ask(Integer.class);
  }

  @Comp
  static String partsWithHandlers() {
    return Effects.call(EffectsTestComps.reads("a").with(Reader.of(Integer.class, 4)))
        + Effects.call(EffectsTestComps.reads("b").with(Reader.of(String.class, "mine")));
  }

  @Comp
  static String listens() {
    Writer.tell(String.class, "before");
    Writer.Heard<String, String> heard = Writer.listen(String.class, EffectsTestComps.tells("x"));
    Writer.tell(String.class, "after");
    return heard.result() + heard.entries();
  }

  @Comp
  static String tells(String what) {
    Writer.tell(String.class, what + 1);
    String answer = ask(new Str(what));
    Writer.tell(String.class, what + answer);
    return answer;
  }

  @Comp
  static String caught() {
    return Throw.catching(EffectsTestComps.raises(), Twice.class, twice -> "twice " + twice.n())
        + Throw.<RuntimeException, String>catchingWith(
            EffectsTestComps.fails(),
            RuntimeException.class,
            error -> EffectsTestComps.recovers(error.getMessage()));
  }

  @Comp
  static String raises() {
    int n = ask(new Num("raise?"));
    if (n > 1) throw Throw.raise(new Twice(n));
    return "not raised ";
  }

  @Comp
  static String fails() {
    return "" + Effects.perform(new Root(ask(new Num("fail?"))));
  }

  @Comp
  static String recovers(String from) {
    return from + ask(new Str("recover"));
  }

  @Comp
  static String commands() {
    int id = Command.execute(new Store(Command.execute(new Load(5))));
    return Command.execute(new Load(id)) + ask(new Str("end"));
  }

  @Comp
  static String generated() {
    long first = Fresh.number();
    String drawn = Random.nextInt(100) + " " + Random.nextBoolean() + " " + Random.nextLong();
    Yield.emit("between");
    return Fresh.uuid() + " " + first + Fresh.number() + " " + drawn + Random.nextDouble();
  }

  @Comp
  static int awaitsWhatIsThere() {
    int n = ask(new Num("n"));
    CompletableFuture<Integer> failed = new CompletableFuture<>();
    failed.completeExceptionally(new IllegalStateException("down"));
    try {
      return Await.await(n > 0 ? CompletableFuture.completedFuture(n + 1) : failed);
    } catch (IllegalStateException e) {
      return ask(new Num("instead"));
    }
  }

  @Comp
  static void thrownAway() {
    Effects.perform(new Twice(1));
    Effects.perform(new Question("nobody reads it"));
    Effects.perform(new Sum(1));
  }

  @Comp
  static String duringCleanup(Log log) {
    try {
      return ask(new Str("s"));
    } finally {
      log.add("cleanup " + Effects.perform(new Twice(21)));
      log.add("total " + State.modify(TOTAL, n -> n + 1));
    }
  }
}
