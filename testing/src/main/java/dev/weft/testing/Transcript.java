package dev.weft.testing;

import dev.weft.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said so far. */
final class Transcript {
  private final List<String> lines = new ArrayList<>();

  void add(Step<?> step) {
    if (step instanceof Step.Suspended<?> suspended) {
      String data = suspended.data().isEmpty() ? "" : "   with " + suspended.data();
      lines.add("%3d  %s%s".formatted(suspended.number(), text(step), data));
    } else {
      lines.add("end  " + text(step));
    }
  }

  void answered(String how) {
    lines.add("     answered " + how);
  }

  void waited(Object what) {
    lines.add("     waited for " + what);
  }

  AssertionError failure(String what) {
    return new AssertionError(what + System.lineSeparator() + this);
  }

  static String text(Step<?> step) {
    return step.fold(
        suspended -> "asks " + text(suspended.value()),
        completed -> "returned " + text(completed.value()),
        thrown -> "failed with " + thrown.error(),
        cancelled -> "was cancelled: " + text(cancelled.reason()));
  }

  static String text(@Nullable Object value) {
    if (value instanceof CharSequence) {
      return "\"" + value + "\"";
    }
    if (value == null || !value.getClass().isArray()) {
      return String.valueOf(value);
    }
    String nested = Arrays.deepToString(new Object[] {value});
    return nested.substring(1, nested.length() - 1);
  }

  @Override
  public String toString() {
    return "The dialogue so far:"
        + System.lineSeparator()
        + String.join(System.lineSeparator(), lines);
  }
}
