package dev.weft.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A question with a label (what the trace shows) and the way its answer is found. */
public record Q(String label, BiFunction<Answers, Long, Object> way) implements Question {

  /** A number in {@code -1 .. 3}. */
  public static Q num(String label) {
    return num(label, -1, 3);
  }

  /** A number in {@code low .. high}. */
  public static Q num(String label, int low, int high) {
    return new Q(label, (answers, number) -> low + answers.below(high - low + 1, number));
  }

  public static Q lng(String label) {
    return new Q(label, (answers, number) -> 3_000_000_000L * answers.below(5, number) - 7);
  }

  public static Q dbl(String label) {
    return new Q(label, (answers, number) -> answers.below(5, number) * 1.25 - 2);
  }

  public static Q chr(String label) {
    return new Q(label, (answers, number) -> (char) ('a' + answers.below(5, number)));
  }

  public static Q bool(String label) {
    return new Q(label, (answers, number) -> answers.bool(number));
  }

  public static Q str(String label) {
    return new Q(label, (answers, number) -> answers.word(number));
  }

  /** A list of none to three numbers. */
  public static Q list(String label) {
    return new Q(
        label,
        (answers, number) -> {
          List<Integer> list = new ArrayList<>();
          for (int i = 0; i < answers.below(4, number + 1); i++) {
            list.add(i * 10 + 1);
          }
          return list;
        });
  }

  /** One of the values given, which may be null. */
  public static Q oneOf(String label, Object... values) {
    return new Q(label, (answers, number) -> values[answers.below(values.length, number)]);
  }

  /** Always this value. */
  public static Q of(String label, Object value) {
    return new Q(label, (answers, number) -> value);
  }

  /** Always this value, which is the label too. */
  public static Q of(Object value) {
    return of(String.valueOf(value), value);
  }

  @Override
  public Object answer(Answers answers, long number) {
    return way.apply(answers, number);
  }

  @Override
  public String toString() {
    return label;
  }
}
