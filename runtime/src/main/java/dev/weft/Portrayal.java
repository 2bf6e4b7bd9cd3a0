package dev.weft;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Texts of objects that may do anything when they are asked. Other people's code runs on a thread
 * of its own, so that it can be left alone when it does not answer.
 */
final class Portrayal implements AutoCloseable {
  private static final int MILLIS_A_VALUE = 250;

  /** How many threads may be left behind with an object that does not answer. */
  private static final int MAX_STUCK = 3;

  /** Elements that are shown of what has many. */
  private static final int ELEMENTS = 10;

  private static final Set<Class<?>> PLAIN =
      Set.of(
          Integer.class,
          Long.class,
          Short.class,
          Byte.class,
          Double.class,
          Float.class,
          Boolean.class,
          Character.class,
          java.math.BigInteger.class,
          java.util.UUID.class);

  private final int length;
  private final long end;
  private @Nullable ExecutorService worker;
  private int stuck;

  /**
   * @param length of each text
   * @param end when no object is asked any more, as of {@link System#nanoTime}
   */
  Portrayal(int length, long end) {
    this.length = length;
    this.end = end;
  }

  /** The text of an object, cut. */
  String of(@Nullable Object value) {
    if (value == null || PLAIN.contains(value.getClass())) {
      return cut(String.valueOf(value));
    }
    if (value instanceof String text) {
      return cut(text);
    }
    long millis = Math.min(MILLIS_A_VALUE, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    if (stuck >= MAX_STUCK || millis <= 0) {
      return identity(value) + " (not asked)";
    }
    return ask(value, millis);
  }

  private String ask(Object value, long millis) {
    ExecutorService asking = worker;
    if (asking == null) {
      asking = Executors.newSingleThreadExecutor(Portrayal::thread);
      worker = asking;
    }
    Future<String> answer = asking.submit(() -> asked(value));
    try {
      return answer.get(millis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return identity(value) + " (not asked)";
    } catch (TimeoutException e) {
      stuck++;
      close();
      return identity(value) + " (does not answer)";
    } catch (InterruptedException e) {
      stuck = MAX_STUCK;
      close();
      Thread.currentThread().interrupt();
      return identity(value) + " (interrupted)";
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "weft-dump");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * On the worker's thread, as all that follows. What is thrown stays here, for it is foreign as
   * well: a future would ask it for its text.
   */
  private String asked(Object value) {
    try {
      return cut(text(value));
    } catch (Throwable e) {
      return identity(value) + " (threw " + e.getClass().getName() + ")";
    }
  }

  private static String text(Object value) {
    if (value.getClass().isArray()) {
      return array(value);
    }
    if (value instanceof Collection<?> all && all.size() > ELEMENTS) {
      return identity(value) + " of " + all.size() + ": " + first(all.iterator());
    }
    if (value instanceof Map<?, ?> all && all.size() > ELEMENTS) {
      return identity(value) + " of " + all.size() + ": " + first(all.entrySet().iterator());
    }
    String text = value.toString();
    return text == null ? identity(value) + " (its text is null)" : text;
  }

  private static String first(Iterator<?> elements) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ELEMENTS && elements.hasNext(); i++) {
      text.append(i == 0 ? "" : ", ").append(elements.next());
    }
    return text.append(", …").toString();
  }

  private static String array(Object array) {
    int size = Array.getLength(array);
    StringBuilder text = new StringBuilder();
    text.append(array.getClass().getComponentType().getTypeName()).append('[').append(size);
    text.append("] {");
    for (int i = 0; i < size && i < ELEMENTS; i++) {
      text.append(i == 0 ? "" : ", ").append(Array.get(array, i));
    }
    return text.append(size > ELEMENTS ? ", …}" : "}").toString();
  }

  /** The class of an object; of a lambda without its address. */
  static String type(Object value) {
    String name = value.getClass().getName();
    int hidden = name.indexOf('/');
    return hidden < 0 ? name : name.substring(0, hidden);
  }

  private static String identity(Object value) {
    return type(value) + "@" + Integer.toHexString(System.identityHashCode(value));
  }

  private String cut(String text) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }

  /** Ends the thread, or leaves it to itself if it does not end. */
  @Override
  public void close() {
    if (worker != null) {
      worker.shutdownNow();
      worker = null;
    }
  }
}
