package dev.weft.conformance.fuzz;

import dev.weft.Coroutine;
import dev.weft.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run is told at each of its suspensions: the answers of a variant, but faults at some.
 */
record Script(int variant, Map<Long, Fault> faults) {

  /** What may happen at a suspension instead of an answer. */
  enum Fault {
    RAISE,
    CANCEL
  }

  private static final List<String> WORDS = List.of("alpha", "a", "b", "", "x y", "Zoë-δ");

  static Script plain(int variant) {
    return new Script(variant, Map.of());
  }

  Script with(long number, Fault fault) {
    Map<Long, Fault> more = new TreeMap<>(faults);
    more.put(number, fault);
    return new Script(variant, more);
  }

  <T> Step<T> proceed(Coroutine<T> coroutine, Step.Suspended<T> suspended, Journal journal) {
    long number = suspended.number();
    Fault fault = faults.get(number);
    if (fault == null) {
      Object answer = answer(suspended.value(), number);
      journal.add("< " + Render.value(answer));
      return coroutine.run(answer);
    }
    if (fault == Fault.CANCEL) {
      journal.cancel();
      return coroutine.cancel("enough");
    }
    Throwable error = error(number);
    journal.add("! raise " + error);
    return coroutine.raise(error);
  }

  private Throwable error(long number) {
    String text = "raised at " + number;
    return switch (hash(number) % 6) {
      case 0 -> new Lib.Unchecked(text);
      case 1 -> new Lib.Checked(text);
      case 2 -> new Lib.Broken(text);
      case 3 -> new IllegalStateException(text);
      case 4 -> new Lib.CheckedMore(text);
      default -> new IOException(text);
    };
  }

  private Object answer(Object question, long number) {
    if (question instanceof Lib.AskInt) {
      return number(hash(number));
    }
    if (question instanceof Lib.AskStr) {
      return WORDS.get(hash(number) % WORDS.size());
    }
    if (question instanceof Lib.AskBool) {
      return bool(number);
    }
    return question instanceof String text && text.indexOf(':') == 1
        ? value(text.charAt(0), number)
        : "unasked";
  }

  private boolean bool(long number) {
    return variant == 0 || (variant != 1 && hash(number) % 2 == 0);
  }

  /** A value for a question of this sign. */
  Object value(char sign, long number) {
    int hash = hash(number);
    return switch (sign) {
      case 'i' -> number(hash);
      case 'l' -> hash % 7 == 0 ? 1L << 40 : (long) number(hash);
      case 'h' -> (short) number(hash);
      case 'y' -> (byte) number(hash);
      case 'c' -> (char) ('a' + hash % 5);
      case 'z' -> bool(number);
      case 'd' -> number(hash) * 0.75;
      case 's' -> hash % 37 == 0 ? null : WORDS.get(hash % WORDS.size());
      case 'I' -> hash % 11 == 0 ? null : number(hash);
      case 'o' -> object(hash);
      case 'e' -> hash % 37 == 0 ? null : Lib.Hue.of(hash);
      case 'A' -> new int[] {number(hash), 5, hash % 3};
      case 'B' -> new byte[] {(byte) hash, 2};
      case 'S' -> new String[] {WORDS.get(hash % WORDS.size()), "q", null};
      case 'L' -> new ArrayList<>(List.of(1, number(hash), 3).subList(0, hash % 4));
      default -> null;
    };
  }

  private static int number(int hash) {
    return hash % 29 == 0 ? 1_000_000 + hash : hash % 5 - 1;
  }

  private static Object object(int hash) {
    return switch (hash % 12) {
      case 10 -> new Lib.Mass(hash % 3 == 0 ? Double.NaN : hash / 8 % 5, (char) ('a' + hash % 5));
      case 11 -> new Lib.Duo<>(hash / 8 % 5, hash % 3 == 0 ? WORDS.get(1) : new Lib.Dot(hash % 7));
      case 8 -> new Lib.Pair(hash / 8 % 5, hash % 3 == 0 ? new Lib.Pair(1, 2) : hash / 8 % 3);
      case 9 -> new Lib.Line(new Lib.Dot(hash / 8 % 5), WORDS.get(hash / 8 % WORDS.size()));
      case 0 -> null;
      case 1 -> 2.5;
      case 2 -> Lib.Hue.GREEN;
      case 3, 4, 5 -> WORDS.get(hash / 8 % WORDS.size());
      default -> hash / 8 % 5;
    };
  }

  private int hash(long number) {
    long mixed = (number * 31 + variant) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    return (int) (mixed >>> 33);
  }

  @Override
  public String toString() {
    return "variant " + variant + (faults.isEmpty() ? "" : " " + faults);
  }
}
