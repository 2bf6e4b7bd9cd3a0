package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stack traces of exceptions out of computations name the lines of this very file. */
class TracesTest {

  private static final Path SOURCE =
      Path.of("src/test/java/dev/weft/conformance/TracesTest.java").toAbsolutePath();

  /** What a trace shows of this file: {@code method: text of the line}, callers with a mark. */
  private static List<String> shown(Throwable error) {
    return Arrays.stream(error.getStackTrace())
        .filter(e -> "TracesTest.java".equals(e.getFileName()))
        .map(TracesTest::shown)
        .toList();
  }

  private static String shown(StackTraceElement element) {
    assertThat(element.getClassName()).startsWith(TracesTest.class.getName()).doesNotContain("_");
    String type = element.getClassName().substring(TracesTest.class.getName().length());
    String mark = element.getClassLoaderName() == null ? "" : element.getClassLoaderName();
    String caller = mark.equals("caller") ? "caller//" : "";
    return caller + type + element.getMethodName() + ": " + line(element.getLineNumber());
  }

  private static String line(int number) {
    try {
      return Files.readAllLines(SOURCE).get(number - 1).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertNothingGenerated(Throwable error) {
    assertThat(error.getStackTrace())
        .noneMatch(e -> e.getClassName().contains("_Stepper"))
        .noneMatch(e -> e.getClassName().contains("_Access"));
  }

  private static Throwable failure(Computation<?> computation, Object... answers) {
    Coroutine<?> coroutine = Coroutine.of(computation);
    Step<?> step = coroutine.run(); // the first step
    for (Object answer : answers) {
      step = coroutine.run(answer); // a later step
    }
    Throwable error = ((Step.Thrown<?>) step).error();
    assertNothingGenerated(error);
    return error;
  }

  // Two delegations deep, in a loop.

  @Comp
  static String outer() {
    return "<" + middle(3) + ">"; // outer calls
  }

  @Comp
  static String middle(int times) {
    String all = "";
    for (int i = 0; i < times; i++) {
      all += inner(i); // middle calls
    }
    return all;
  }

  @Comp
  static String inner(int i) {
    String answer = Yield.yield("q" + i);
    if (answer.isEmpty()) {
      throw new IllegalArgumentException("empty"); // inner throws
    }
    return answer;
  }

  @Test
  void twoDelegationsDeepInALoop() {
    Throwable error = failure(TracesTestComps.outer(), "a", "");
    assertThat(shown(error))
        .startsWith(
            "inner: throw new IllegalArgumentException(\"empty\"); // inner throws",
            "caller//middle: all += inner(i); // middle calls",
            "caller//outer: return \"<\" + middle(3) + \">\"; // outer calls",
            "failure: step = coroutine.run(answer); // a later step",
            "twoDelegationsDeepInALoop: Throwable error = failure(TracesTestComps.outer(), \"a\","
                + " \"\");");
  }

  @Test
  void callersAreMarkedForPeopleToo() {
    assertThat(failure(TracesTestComps.outer(), "").getStackTrace()[1].toString())
        .startsWith("caller//dev.weft.conformance.TracesTest.middle(TracesTest.java:");
  }

  // On the first way in the callers are on the Java stack.

  @Comp
  static int eager(int depth) {
    if (depth == 0) {
      throw new IllegalStateException("eager"); // eager throws
    }
    int below = eager(depth - 1); // eager calls
    return below + Yield.<Integer>yield("never");
  }

  @Test
  void beforeAnyPauseTheCallersAreReallyThere() {
    String calls = "eager: int below = eager(depth - 1); // eager calls";
    assertThat(shown(failure(TracesTestComps.eager(2))))
        .startsWith(
            "eager: throw new IllegalStateException(\"eager\"); // eager throws",
            calls,
            calls,
            "failure: Step<?> step = coroutine.run(); // the first step");
  }

  @Comp
  static String resumesDeep() {
    String first = Yield.yield("first");
    return first + eagerly(); // resumesDeep calls
  }

  @Comp
  static String eagerly() {
    return "" + eager(1); // eagerly calls
  }

  @Comp
  static String above() {
    return resumesDeep(); // above calls
  }

  @Test
  void realCallersComeBeforeThoseThatWait() {
    assertThat(shown(failure(TracesTestComps.above(), "x")))
        .startsWith(
            "eager: throw new IllegalStateException(\"eager\"); // eager throws",
            "eager: int below = eager(depth - 1); // eager calls",
            "eagerly: return \"\" + eager(1); // eagerly calls",
            "resumesDeep: return first + eagerly(); // resumesDeep calls",
            "caller//above: return resumesDeep(); // above calls",
            "failure: step = coroutine.run(answer); // a later step");
  }

  // Lambdas, classes and private methods.

  static int twice(IntSupplier supplier) {
    return supplier.getAsInt() + supplier.getAsInt(); // twice calls
  }

  @Comp
  static int lambda(int zero) {
    int answer = Yield.yield("q");
    return twice(() -> answer / zero); // the lambda divides
  }

  @Test
  void aLambdaCalledFromAComputation() {
    List<String> lines = shown(failure(TracesTestComps.lambda(0), 1));
    assertThat(lines.get(0))
        .startsWith("lambda$lambda$")
        .endsWith(": return twice(() -> answer / zero); // the lambda divides");
    assertThat(lines.subList(1, 4))
        .containsExactly(
            "twice: return supplier.getAsInt() + supplier.getAsInt(); // twice calls",
            "lambda: return twice(() -> answer / zero); // the lambda divides",
            "failure: step = coroutine.run(answer); // a later step");
  }

  @Comp
  static int classes(int zero) {
    class Divider {
      int divide(int by) {
        return by / zero; // the class divides
      }
    }
    int answer = Yield.yield("q");
    return new Divider().divide(answer); // the class is used
  }

  @Test
  void aClassOfTheBody() {
    List<String> lines = shown(failure(TracesTestComps.classes(0), 1));
    assertThat(lines.get(0)).endsWith("divide: return by / zero; // the class divides");
    assertThat(lines.subList(1, 3))
        .containsExactly(
            "classes: return new Divider().divide(answer); // the class is used",
            "failure: step = coroutine.run(answer); // a later step");
  }

  private static int secret(int zero) {
    return 1 / zero; // secret divides
  }

  @Comp
  static int privately() {
    return secret(Yield.yield("q")); // privately calls
  }

  @Test
  void aPrivateMethodBehindAnAccessor() {
    assertThat(shown(failure(TracesTestComps.privately(), 0)))
        .startsWith(
            "secret: return 1 / zero; // secret divides",
            "privately: return secret(Yield.yield(\"q\")); // privately calls",
            "failure: step = coroutine.run(answer); // a later step");
  }

  // Handlers.

  record Ask(String what) implements Effect<String> {}

  static String refuse(Ask ask) {
    throw new UnsupportedOperationException(ask.what()); // the handler throws
  }

  @Comp
  static String asks() {
    String first = Yield.yield("q");
    return first + Effects.perform(new Ask("name")); // asks performs
  }

  @Comp
  static String asking() {
    return asks(); // asking calls
  }

  @Test
  void aHandler() {
    Computation<String> handled =
        TracesTestComps.asking().with(Handler.of(Ask.class, TracesTest::refuse));
    assertThat(shown(failure(handled, "x")))
        .startsWith(
            "refuse: throw new UnsupportedOperationException(ask.what()); // the handler throws",
            "asks: return first + Effects.perform(new Ask(\"name\")); // asks performs",
            "caller//asking: return asks(); // asking calls",
            "failure: step = coroutine.run(answer); // a later step");
  }

  // Causes, suppressed exceptions, identity.

  static final class Resource implements AutoCloseable {
    @Override
    public void close() {
      throw new IllegalStateException("closing"); // close throws
    }
  }

  @Comp
  static String wraps() {
    try (Resource resource = new Resource()) {
      String answer = Yield.yield("q");
      throw new IllegalArgumentException(answer + resource.hashCode()); // the body throws
    } catch (IllegalArgumentException e) {
      throw new RuntimeException("wrapped", e); // the catch wraps
    }
  }

  @Comp
  static String wrapping() {
    return wraps(); // wrapping calls
  }

  @Test
  void causesAndSuppressedExceptionsAreShownToo() {
    Throwable error = failure(TracesTestComps.wrapping(), "x");
    assertThat(shown(error))
        .startsWith(
            "wraps: throw new RuntimeException(\"wrapped\", e); // the catch wraps",
            "caller//wrapping: return wraps(); // wrapping calls",
            "failure: step = coroutine.run(answer); // a later step");
    assertThat(shown(error.getCause()))
        .startsWith(
            "wraps: throw new IllegalArgumentException(answer + resource.hashCode()); // the body"
                + " throws",
            "caller//wrapping: return wraps(); // wrapping calls");
    assertThat(error.getCause().getSuppressed()).hasSize(1);
    assertThat(shown(error.getCause().getSuppressed()[0]).get(0))
        .isEqualTo("$Resourceclose: throw new IllegalStateException(\"closing\"); // close throws");
    assertNothingGenerated(error.getCause());
    assertNothingGenerated(error.getCause().getSuppressed()[0]);
  }

  @Comp
  static String catches() {
    try {
      return inner(0);
    } catch (IllegalArgumentException e) {
      String again = Yield.yield(e);
      throw again.isEmpty() ? e : new IllegalStateException(e); // catches throws
    }
  }

  @Comp
  static String catching() {
    return catches(); // catching calls
  }

  @Test
  void anExceptionThatIsThrownAgainLaterStaysAsItIs() {
    Coroutine<String> coroutine = Coroutine.of(TracesTestComps.catching());
    coroutine.run();
    Throwable first = (Throwable) ((Step.Suspended<String>) coroutine.run("")).value();
    List<String> before = shown(first);
    Throwable last = ((Step.Thrown<String>) coroutine.run("")).error();
    assertThat(last).isSameAs(first);
    assertThat(shown(last)).isEqualTo(before);
    assertThat(before.get(0)).startsWith("inner: throw new");
    assertThat(before).filteredOn(line -> line.startsWith("caller//")).hasSize(2);
  }

  @Test
  void whatIsRaisedFromOutsideKeepsItsTrace() {
    Coroutine<String> coroutine = Coroutine.of(TracesTestComps.outer());
    coroutine.run();
    IOException raised = new IOException("raised");
    StackTraceElement[] trace = raised.getStackTrace();
    assertThat(((Step.Thrown<String>) coroutine.raise(raised)).error()).isSameAs(raised);
    assertThat(raised.getStackTrace()).isEqualTo(trace);
  }

  // Threads.

  @Test
  void throughResumeSyncFromAnotherThread() throws Exception {
    Runner<String> runner = AsyncCoroutine.runSync(TracesTestComps.outer(), "t").runner();
    Throwable[] error = new Throwable[1];
    Thread other =
        new Thread(
            () -> {
              try {
                error[0] = ((Step.Thrown<String>) runner.resumeSync("")).error();
              } catch (InterruptedException e) {
                error[0] = e;
              }
            });
    other.start();
    other.join();
    assertNothingGenerated(error[0]);
    assertThat(shown(error[0]))
        .containsExactly(
            "inner: throw new IllegalArgumentException(\"empty\"); // inner throws",
            "caller//middle: all += inner(i); // middle calls",
            "caller//outer: return \"<\" + middle(3) + \">\"; // outer calls");
    assertThat(error[0].getStackTrace())
        .as("the thread that resumed it is shown")
        .anyMatch(e -> e.getClassName().startsWith("java.util.concurrent.ForkJoin"));
  }

  @Test
  void inBlockingModeTheLinesAreTheSame() {
    List<String> lines = shown(failure(Blocking.of(() -> outer()), "a", ""));
    assertThat(lines)
        .startsWith(
            "inner: throw new IllegalArgumentException(\"empty\"); // inner throws",
            "middle: all += inner(i); // middle calls",
            "outer: return \"<\" + middle(3) + \">\"; // outer calls")
        .contains("failure: step = coroutine.run(answer); // a later step");
  }

  @Test
  void inBlockingModeAPausedBodyIsShownToo() {
    Coroutine<String> coroutine = Coroutine.of(Blocking.of(() -> outer()));
    coroutine.run();
    UnaryOperator<String> withoutLambda = line -> line.replaceFirst("^lambda.*", "the test");
    assertThat(coroutine.where().stream().map(TracesTest::shown).map(withoutLambda))
        .containsExactly(
            "inner: String answer = Yield.yield(\"q\" + i);",
            "middle: all += inner(i); // middle calls",
            "outer: return \"<\" + middle(3) + \">\"; // outer calls",
            "the test");
    assertThat(coroutine.locals()).hasSize(4).allMatch(f -> f.locals().isEmpty());
    coroutine.cancel();
    assertThat(coroutine.where()).isEmpty();
  }

  @Test
  void inADeepStackTheNearestCallersAreShown() {
    Throwable error = failure(TracesTestComps.deep(3000), "x");
    assertThat(shown(error).get(0)).isEqualTo("deep: throw new IllegalStateException(answer);");
    assertThat(shown(error)).filteredOn(l -> l.startsWith("caller//")).hasSizeBetween(100, 2000);
  }

  @Comp
  static String deep(int depth) {
    if (depth > 0) {
      return deep(depth - 1);
    }
    String answer = Yield.<String>yield("q").trim();
    throw new IllegalStateException(answer);
  }
}
