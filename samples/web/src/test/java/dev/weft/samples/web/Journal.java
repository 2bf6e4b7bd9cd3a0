package dev.weft.samples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Computation;
import dev.weft.Handler;
import dev.weft.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server's log, for a test to read. It knows which flows are over, cleanups included. */
final class Journal implements Consumer<String> {
  private static final String OVER = "over";

  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void accept(String line) {
    lines.add(line);
  }

  /** The same flows, of which each logs as its very last line that it is over. */
  static List<Flow> watched(Flow... flows) {
    return Stream.of(flows).<Flow>map(Watched::new).toList();
  }

  private record Watched(Flow flow) implements Flow {
    @Override
    public String path() {
      return flow.path();
    }

    @Override
    public String title() {
      return flow.title();
    }

    @Override
    public String summary() {
      return flow.summary();
    }

    @Override
    public Computation<?> start(Consumer<String> log) {
      return flow.start(log).with(new Watch(log));
    }

    @Override
    public Screen screen(Step<?> step) {
      return flow.screen(step);
    }

    @Override
    public Html aside() {
      return flow.aside();
    }

    @Override
    public Runnable onAside(Runnable changed) {
      return flow.onAside(changed);
    }
  }

  private record Watch(Consumer<String> log) implements Handler {
    @Override
    public Scope open() {
      return new Scope() {
        @Override
        public void exited(Step<?> outcome) {
          log.accept(OVER);
        }
      };
    }
  }

  /** How many lines end with a text. */
  long count(String end) {
    return lines.stream().filter(line -> line.endsWith(end)).count();
  }

  /** The lines with a text in them. */
  List<String> containing(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }

  /** Waits until so many flows that have logged a line with this end are over: one line of each. */
  void awaitOnceEach(String end, int flows) {
    await(
        end + " of " + flows + " flows that are over",
        () -> {
          Set<String> over = tags(OVER);
          over.retainAll(tags(end));
          return over.size() >= flows;
        });
    assertThat(count(end)).as(end).isEqualTo(flows);
  }

  /** The flows that have logged a line with this end; a line begins with its flow. */
  private Set<String> tags(String end) {
    return lines.stream()
        .filter(line -> line.endsWith(" " + end))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(Collectors.toSet());
  }

  /** Waits until something holds. */
  static void await(String what, BooleanSupplier condition) {
    long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("Not seen: " + what);
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
