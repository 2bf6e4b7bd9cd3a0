package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.spi.CancelSignal;
import dev.weft.spi.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepperTest {

  @Test
  void anAnswerOfTheWrongTypeNamesBothTypesAndThePlace() {
    Coroutine<Wizard.User> wizard = Coroutine.of(Wizard.register());
    wizard.run();
    wizard.run("Alice");
    Throwable error = ((Step.Thrown<Wizard.User>) wizard.run(42)).error();
    assertThat(error)
        .isInstanceOf(ClassCastException.class)
        .hasMessageContaining("java.lang.String")
        .hasMessageContaining("java.lang.Integer")
        .hasMessageContaining("demo.Wizard.register(Wizard.java:12)");
  }

  @Test
  void nullIsAnAnswerOfAnyType() {
    Computation<String> recipe =
        Scripted.of(
            (frame, x, at) ->
                at == 0
                    ? frame.yield(x, 1, "q")
                    : frame.done(x, frame.answered(x, 1, String.class)));
    Coroutine<String> coroutine = Coroutine.of(recipe);
    coroutine.run();
    assertThat(coroutine.run(null)).isEqualTo(new Step.Completed<>(null));
  }

  @Test
  void anUnknownStateIsACorruptFrame() {
    Computation<String> recipe =
        Scripted.of(
            (frame, x, at) -> {
              throw frame.noSuchState(7);
            });
    assertThat(((Step.Thrown<String>) Coroutine.of(recipe).run()).error())
        .hasMessageContaining("corrupt frame")
        .hasMessageContaining("demo.Scripted.body(Scripted.java:10)")
        .hasMessageContaining("7");
  }

  @Test
  void anOriginNamesThePlaceOfEachSuspension() {
    Origin origin = new Origin("p.A", "m", "A.java", 10, 12, 14);
    assertThat(origin.at(0)).hasToString("p.A.m(A.java:10)");
    assertThat(origin.at(2)).hasToString("p.A.m(A.java:14)");
    assertThat(origin.at(3)).hasToString("p.A.m(A.java)");
  }

  @Test
  void aFrameCanNumberAllSuspensionsThatItsOriginHas() {
    int[] lines = new int[Short.MAX_VALUE + 1];
    assertThat(new Origin("p.A", "m", "A.java", lines).at(Short.MAX_VALUE))
        .hasToString("p.A.m(A.java:0)");
    assertThatThrownBy(() -> new Origin("p.A", "m", "A.java", new int[lines.length + 1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("m has too many suspensions");
  }

  @Test
  void closesAResourceByTheBook() throws Throwable {
    List<String> log = new ArrayList<>();
    Scripted.closing(null, null);
    Scripted.closing(null, new Exception());
    Scripted.closing(() -> log.add("closed"), null);
    Scripted.closing(() -> log.add("closed"), new Exception());
    assertThat(log).hasSize(2);
  }

  @Test
  void aFailingCloseIsThrownSuppressedOrReplacesTheCancellation() {
    Exception failure = new Exception("close");
    AutoCloseable failing =
        () -> {
          throw failure;
        };
    assertThatThrownBy(() -> Scripted.closing(failing, null)).isSameAs(failure);
    Exception pending = new Exception("pending");
    assertThatCode(() -> Scripted.closing(failing, pending)).doesNotThrowAnyException();
    assertThat(pending.getSuppressed()).containsExactly(failure);
    CancelSignal signal = cancelSignal();
    assertThatThrownBy(() -> Scripted.closing(failing, signal)).isSameAs(failure);
  }

  private static CancelSignal cancelSignal() {
    List<CancelSignal> signals = new ArrayList<>();
    Coroutine<Object> coroutine =
        Coroutine.of(
            Scripted.of(
                (frame, x, at) -> {
                  if (at == 0) {
                    return frame.yield(x, 1, "q");
                  }
                  try {
                    return frame.done(x, frame.answered(x));
                  } catch (CancelSignal signal) {
                    signals.add(signal);
                    throw signal;
                  }
                }));
    coroutine.run();
    coroutine.cancel();
    return signals.get(0);
  }
}
