package dev.weft;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A list of runners that have not ended, for people who want to see what a program waits for. A
 * runner is in it if its options name it:
 *
 * <pre>{@code
 * static final LiveRunners LIVE = new LiveRunners();
 * static final RunOptions OPTIONS = RunOptions.defaults().registry(LIVE);
 * ...
 * System.out.println(LIVE.dump());
 * }</pre>
 *
 * <p>It keeps no runner alive: one that nobody else refers to is garbage and vanishes from it. All
 * methods may be called from any thread; none stops a runner.
 *
 * <p>A dump asks the objects in local variables for their text, with a limit on the time and the
 * length of each and of all: one whose {@code toString} fails, waits or never ends does no harm but
 * to its own line.
 */
public final class LiveRunners implements LiveRunnersMXBean {
  private final Map<Entry, Entry> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<Runner<?>> garbage = new ReferenceQueue<>();

  /** Makes an empty list. */
  public LiveRunners() {}

  /** A runner, and when it was started. The key for it is one by identity. */
  static final class Entry extends WeakReference<Runner<?>> {
    private final int hash;
    final long started = System.nanoTime();

    Entry(Runner<?> runner, ReferenceQueue<Runner<?>> garbage) {
      super(runner, garbage);
      this.hash = System.identityHashCode(runner);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }

  /** Finds the entry of a runner. */
  private record Key(Runner<?> runner) {
    @Override
    public int hashCode() {
      return System.identityHashCode(runner);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry entry && entry.get() == runner;
    }
  }

  void add(Runner<?> runner) {
    dropGarbage();
    Entry entry = new Entry(runner, garbage);
    entries.put(entry, entry);
  }

  @SuppressWarnings("CollectionIncompatibleType") // a key equals the entry of its runner
  void remove(Runner<?> runner) {
    Entry entry = entries.remove(new Key(runner));
    if (entry != null) {
      entry.clear();
    }
  }

  private void dropGarbage() {
    for (Object gone = garbage.poll(); gone != null; gone = garbage.poll()) {
      entries.remove((Entry) gone);
    }
  }

  /** The entries, the oldest first. */
  List<Entry> oldestFirst() {
    dropGarbage();
    long now = System.nanoTime();
    return entries.keySet().stream()
        .sorted(Comparator.comparingLong((Entry e) -> now - e.started).reversed())
        .toList();
  }

  /** How many there are. */
  @Override
  public int getCount() {
    dropGarbage();
    return entries.size();
  }

  /** The runners, the oldest first. */
  public List<Runner<?>> runners() {
    return oldestFirst().stream()
        .<Runner<?>>map(WeakReference::get)
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Text in the style of a thread dump, within the usual limits: for each runner its name, tag,
   * state, age and executor, the lines where it is paused, and the locals that it will go on with.
   */
  @Override
  public String dump() {
    return dump(DumpLimits.defaults());
  }

  /** As {@link #dump()}, within limits of one's own. */
  public String dump(DumpLimits limits) {
    return RunnerDump.write(this, limits, new TextDump(limits));
  }

  /** The same as JSON, within the usual limits. */
  @Override
  public String dumpJson() {
    return dumpJson(DumpLimits.defaults());
  }

  /**
   * As {@link #dump(DumpLimits)}, as JSON:
   *
   * <pre>{@code
   * {"live": 1, "runners": [
   *   {"name": "sign-up", "tag": "t7", "state": "SUSPENDED", "suspensions": 2, "ageMillis": 1200,
   *    "executor": "java.util.concurrent.ForkJoinPool", "frames": [
   *     {"class": "demo.Wizard", "method": "register", "file": "Wizard.java", "line": 12,
   *      "locals": [{"name": "name", "type": "String", "value": "Alice"}]}]}],
   *  "omitted": 0}
   * }</pre>
   */
  public String dumpJson(DumpLimits limits) {
    return RunnerDump.write(this, limits, new JsonDump(limits));
  }

  /**
   * Shows this list to management tools, as the bean {@code dev.weft:type=LiveRunners,name=…} with
   * an attribute {@code Count} and operations {@code dump} and {@code dumpJson}.
   *
   * @return what takes the bean away again
   * @throws IllegalStateException if there is a bean of this name, or the program runs without the
   *     module {@code java.management}
   */
  public AutoCloseable expose(String name) {
    Objects.requireNonNull(name, "name");
    try {
      return Management.register(this, name);
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "The module java.management is missing: add it with --add-modules java.management", e);
    }
  }
}
