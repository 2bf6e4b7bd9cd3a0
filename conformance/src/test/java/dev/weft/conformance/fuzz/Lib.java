package dev.weft.conformance.fuzz;

import dev.weft.Prompt;
import dev.weft.spi.CancelSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * What generated programs call. Whatever it does shows in the journal of the one run that is under
 * way.
 */
@SuppressWarnings("UnusedReturnValue")
public final class Lib {
  /** How many delegations one run may make. */
  private static final int CALLS = 30;

  private static volatile Journal journal = new Journal();
  private static int calls;
  private static List<Supplier<?>> later = new ArrayList<>();

  private Lib() {}

  // For the harness.

  static Journal begin() {
    journal = new Journal();
    calls = CALLS;
    later = new ArrayList<>();
    return journal;
  }

  /** Calls what the program left to be called: captured values must have stayed what they were. */
  static void finish() {
    List<Supplier<?>> left = later;
    later = new ArrayList<>();
    for (Supplier<?> each : left) {
      try {
        log("later " + Render.value(each.get()));
      } catch (RuntimeException | Error e) {
        log(e);
      }
    }
  }

  /** A value as text; a text that has doubled again and again ends the program. */
  private static String shown(Object value) {
    if (Render.isHuge(value)) {
      throw new Journal.Endless();
    }
    return Render.value(value);
  }

  // For programs: journal.

  public static void log(Object value) {
    journal.add(shown(value));
  }

  public static void dump(Object... values) {
    journal.add(shown(values));
  }

  // One name each: many overloads of one name make nested calls costly for javac.

  public static int tapInt(String tag, int value) {
    journal.add(tag + "=" + value);
    return value;
  }

  public static long tapLong(String tag, long value) {
    journal.add(tag + "=L" + value);
    return value;
  }

  public static double tapDouble(String tag, double value) {
    journal.add(tag + "=D" + value);
    return value;
  }

  public static char tapChar(String tag, char value) {
    journal.add(tag + "=C" + (int) value);
    return value;
  }

  public static short tapShort(String tag, short value) {
    journal.add(tag + "=H" + value);
    return value;
  }

  public static byte tapByte(String tag, byte value) {
    journal.add(tag + "=Y" + value);
    return value;
  }

  public static boolean tapBool(String tag, boolean value) {
    journal.add(tag + "=" + value);
    return value;
  }

  public static <T> T tap(String tag, T value) {
    journal.add(tag + "=O" + shown(value));
    return value;
  }

  /** Whether a run has made enough delegations. */
  public static boolean spent() {
    return --calls < 0;
  }

  // For programs: values.

  public static int add(int a, long b, int c) {
    journal.add("add " + a + " " + b + " " + c);
    return (int) (a * 31 + b * 7 + c);
  }

  public static int sum(int first, Object... rest) {
    journal.add("sum " + first + " " + shown(rest));
    return first + rest.length;
  }

  public static String join(Object a, Object b) {
    journal.add("join " + shown(a) + " " + shown(b));
    return shown(a) + "_" + shown(b);
  }

  /** An object that tells when it is made a string. */
  public static Object text(int n) {
    journal.add("text " + n);
    return new Object() {
      @Override
      public String toString() {
        journal.add("toString " + n);
        return "text" + n;
      }
    };
  }

  public static int at(int index, int length) {
    return length == 0 ? 0 : Math.floorMod(index, length);
  }

  public static String cut(String text, int n) {
    return text == null
        ? "none"
        : text.length() > 12 ? text.substring(Math.floorMod(n, 6), 12) : text;
  }

  public static int[] ints(int... values) {
    journal.add("ints " + values.length);
    return values;
  }

  public static List<Integer> list(Integer... values) {
    journal.add("list " + values.length);
    return new ArrayList<>(Arrays.asList(values));
  }

  public static <T> T call(Supplier<T> body) {
    journal.add("call");
    return body.get();
  }

  public static int map(int value, IntUnaryOperator f) {
    journal.add("map");
    return f.applyAsInt(value);
  }

  public static int run(IntSupplier f) {
    journal.add("run");
    return f.getAsInt();
  }

  public static void later(Supplier<?> body) {
    journal.add("later");
    if (later.size() < 50) {
      later.add(body);
    }
  }

  /** A place that keeps a value, for receivers with side effects. */
  public static Box box(Object value) {
    journal.add("box " + shown(value));
    return new Box(value);
  }

  public static final class Box {
    public int count;
    public Object value;
    public int[] cells = {1, 2, 3};
    public int[][] grid = {{4, 5}, {6, 7}};

    Box(Object value) {
      this.value = value;
    }

    public Box with(Object added) {
      journal.add("with " + shown(added));
      count++;
      value = added;
      return this;
    }

    public int plus(int n) {
      journal.add("plus " + n);
      return count += n;
    }

    @Override
    public String toString() {
      return "Box(" + count + ", " + Render.value(value) + ", " + Arrays.toString(cells) + ")";
    }
  }

  /** For anonymous subclasses. */
  public abstract static class Part {
    protected final int size;
    private final String name;

    public Part(int size, String name) {
      journal.add("part " + size + name);
      this.size = size;
      this.name = name;
    }

    protected abstract int own(int n);

    public final int total() {
      journal.add("total " + name);
      return own(size) + 1;
    }
  }

  /** For subclasses in another package, which may use its protected members. */
  public static class Store {
    protected int kept;

    public Store(int n) {
      journal.add("store " + n);
      this.kept = n;
    }

    protected int put(int n) {
      journal.add("put " + n);
      return kept += n;
    }
  }

  public static <T> T pick(int n, T a, T b) {
    journal.add("pick " + n);
    return n % 2 == 0 ? a : b;
  }

  /** Numbers that tell when they are asked for. */
  public static Iterable<Integer> range(int n) {
    journal.add("range " + n);
    int end = Math.floorMod(n, 4);
    return () ->
        new Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            journal.add("hasNext " + at);
            return at < end;
          }

          @Override
          public Integer next() {
            journal.add("next " + at);
            return at++;
          }
        };
  }

  public static List<? extends Number> wild(int n) {
    return n % 2 == 0 ? List.of(1, n) : List.of(0.5, n, 2L);
  }

  public record Pair(int left, Object right) {}

  public sealed interface Shape permits Dot, Line {}

  public record Dot(int x) implements Shape {}

  public record Line(Shape from, Object name) implements Shape {}

  public record Mass(double kilos, char unit) {}

  public record Duo<A, B>(A first, B second) {}

  /** A shape, or null. */
  public static Shape shape(int n) {
    journal.add("shape " + n);
    return switch (Math.floorMod(n, 5)) {
      case 0 -> null;
      case 1, 2 -> new Dot(n);
      case 3 -> new Line(null, n);
      default -> new Line(new Dot(n), "shape");
    };
  }

  public enum Hue {
    RED,
    GREEN,
    BLUE;

    public static Hue of(int n) {
      return values()[Math.floorMod(n, 3)];
    }
  }

  // For programs: questions.

  public record AskInt(Object label) implements Prompt<Integer> {}

  public record AskStr(Object label) implements Prompt<String> {}

  public record AskBool(Object label) implements Prompt<Boolean> {}

  // For programs: failures.

  public static class Checked extends Exception {
    private static final long serialVersionUID = 1;

    public Checked(Object message) {
      super(String.valueOf(message));
    }
  }

  public static final class CheckedMore extends Checked {
    private static final long serialVersionUID = 1;

    public CheckedMore(Object message) {
      super(message);
    }
  }

  public static class Unchecked extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unchecked(Object message) {
      super(String.valueOf(message));
    }
  }

  public static final class Broken extends Error {
    private static final long serialVersionUID = 1;

    public Broken(Object message) {
      super(String.valueOf(message));
    }
  }

  /** Throws one of several kinds, or nothing. */
  public static int may(int n) throws Exception {
    journal.add("may " + n);
    switch (Math.floorMod(n, 9)) {
      case 2:
        throw new Checked("may " + n);
      case 3:
        throw new Unchecked("may " + n);
      case 4:
        throw new CheckedMore("may " + n);
      case 5:
        throw new IllegalStateException("may " + n);
      case 6:
        throw new Broken("may " + n);
      default:
        return n;
    }
  }

  /** An exception of some unchecked kind. */
  public static RuntimeException boom(int n) {
    journal.add("boom " + n);
    return n % 2 == 0 ? new Unchecked("boom " + n) : new IllegalStateException("boom " + n);
  }

  /**
   * For the beginning of a {@code catch (Throwable)}: lets pass what the clause of a stepper does
   * not see, and what ends an endless program.
   */
  public static void pass(Throwable caught) {
    if (caught instanceof CancelSignal || caught instanceof Journal.Endless) {
      Lib.<RuntimeException>sneaky(caught);
    }
  }

  @SuppressWarnings("unchecked")
  static <E extends Throwable> RuntimeException sneaky(Throwable error) throws E {
    throw (E) error;
  }

  // For programs: resources.

  /** A resource that may be null, fail to open, or fail to close. */
  public static Res res(int n) throws Checked {
    journal.add("open " + n);
    switch (Math.floorMod(n, 7)) {
      case 3:
        return null;
      case 5:
        throw new Checked("open " + n);
      default:
        return new Res(n);
    }
  }

  public static final class Res implements AutoCloseable {
    private final int n;

    Res(int n) {
      this.n = n;
    }

    public int get() {
      return n;
    }

    /**
     * Does not fail during a cancellation: javac's own code would add the failure to the signal, a
     * stepper lets it replace the signal.
     */
    @Override
    public void close() throws Checked {
      journal.add("close " + n);
      if (!journal.isCancelled() && Math.floorMod(n, 7) == 2) {
        throw new CheckedMore("close " + n);
      }
      if (!journal.isCancelled() && Math.floorMod(n, 7) == 6) {
        throw new Unchecked("close " + n);
      }
    }

    @Override
    public String toString() {
      return "Res(" + n + ")";
    }
  }
}
