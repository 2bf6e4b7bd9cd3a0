package dev.weft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a dump tells of one runner.
 *
 * @param frames empty while it runs; not while it awaits or sleeps
 */
record RunnerDump(
    Optional<String> name,
    String tag,
    Lifecycle state,
    long suspensions,
    long ageMillis,
    String executor,
    List<FrameDump> frames) {

  private static final int MAX_FRAMES = 100;
  private static final int MAX_LOCALS = 50;

  /** One paused method. */
  record FrameDump(StackTraceElement place, List<LocalDump> locals) {}

  /** A variable with its value as text. */
  record LocalDump(String name, String type, String value) {}

  /** A way to write dumps down. It says how much of a runner still fits. */
  interface Form {
    /** Begins. */
    void begin(int live);

    /** Adds a runner; false if it does not fit, and nothing was added. */
    boolean add(RunnerDump runner);

    /** Ends; the number is that of the runners left out. */
    String end(int omitted);
  }

  static String write(LiveRunners live, DumpLimits limits, Form form) {
    List<LiveRunners.Entry> entries = live.oldestFirst();
    form.begin(entries.size());
    int shown = 0;
    int gone = 0;
    long end = System.nanoTime() + Timeouts.nanos(limits.time());
    try (Portrayal portrayal = new Portrayal(limits.valueLength(), end)) {
      for (LiveRunners.Entry entry : entries) {
        if (System.nanoTime() - end >= 0) {
          break;
        }
        Runner<?> runner = entry.get();
        if (runner == null || runner.hasEnded()) {
          gone++;
        } else if (form.add(of(runner, entry.started, portrayal))) {
          shown++;
        } else {
          break;
        }
      }
    }
    return form.end(entries.size() - shown - gone);
  }

  private static RunnerDump of(Runner<?> runner, long started, Portrayal portrayal) {
    List<FrameDump> frames = new ArrayList<>();
    for (Frame frame : runner.locals()) {
      if (frames.size() == MAX_FRAMES) {
        break;
      }
      frames.add(
          new FrameDump(
              frame.place(),
              frame.locals().stream()
                  .limit(MAX_LOCALS)
                  .map(l -> new LocalDump(l.name(), l.type(), portrayal.of(l.value())))
                  .toList()));
    }
    return new RunnerDump(
        runner.options.name(),
        portrayal.of(runner.tag()),
        runner.state(),
        Word.number(runner.word()),
        (System.nanoTime() - started) / 1_000_000,
        Portrayal.type(runner.options.executor()),
        frames);
  }
}
