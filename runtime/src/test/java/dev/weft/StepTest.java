package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepTest {

  @Test
  void foldAppliesTheFunctionOfItsKind() {
    Exception error = new Exception("e");
    assertThat(describe(new Step.Suspended<>("v", 3))).isEqualTo("suspended v 3");
    assertThat(describe(new Step.Completed<>("v"))).isEqualTo("completed v");
    assertThat(describe(new Step.Thrown<>(error))).isEqualTo("thrown " + error);
    assertThat(describe(new Step.Cancelled<>("r"))).isEqualTo("cancelled r");
  }

  private static String describe(Step<String> step) {
    return step.fold(
        s -> "suspended " + s.value() + " " + s.number(),
        c -> "completed " + c.value(),
        t -> "thrown " + t.error(),
        c -> "cancelled " + c.reason());
  }

  @Test
  void allButSuspendedAreTerminal() {
    assertThat(new Step.Suspended<>("v", 1).isTerminal()).isFalse();
    assertThat(new Step.Completed<>("v").isTerminal()).isTrue();
    assertThat(new Step.Thrown<>(new Exception()).isTerminal()).isTrue();
    assertThat(new Step.Cancelled<>("r").isTerminal()).isTrue();
  }

  @Test
  void dataIsACopyThatCannotBeModified() {
    Map<String, Object> data = new HashMap<>(Map.of("a", 1));
    data.put("nothing", null);
    Step.Suspended<String> step = new Step.Suspended<>("v", data, 1);
    data.put("b", 2);
    assertThat(step.data()).containsOnlyKeys("a", "nothing");
    assertThatThrownBy(() -> step.data().put("c", 3))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(new Step.Suspended<>("v", 1).data()).isEmpty();
  }

  @Test
  void thrownHasAnError() {
    assertThatNullPointerException().isThrownBy(() -> new Step.Thrown<>(null)).withMessage("error");
  }
}
