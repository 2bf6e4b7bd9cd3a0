package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightEventsTest {

  private static final RunOptions OPTIONS =
      RunOptions.defaults().executor(Runnable::run).name("keeper");

  @TempDir Path directory;

  private List<RecordedEvent> record(Runnable work) throws Exception {
    Path file = directory.resolve("weft.jfr");
    try (Recording recording = new Recording()) {
      for (String event : List.of("Start", "Resume", "Suspend", "End")) {
        recording.enable("dev.weft.Runner" + event);
      }
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(e -> e.getEventType().getName().startsWith("dev.weft."))
        .sorted((a, b) -> a.getEndTime().compareTo(b.getEndTime()))
        .toList();
  }

  private static String shown(RecordedEvent event) {
    String name = event.getEventType().getName().replace("dev.weft.Runner", "");
    String more = event.hasField("suspension") ? " " + event.getLong("suspension") : "";
    String outcome = event.hasField("outcome") ? " " + event.getString("outcome") : "";
    return name + " " + event.getString("tag") + more + outcome + " " + event.getString("where");
  }

  @Test
  void aRunnersLifeIsRecorded() throws Exception {
    List<RecordedEvent> events =
        record(() -> AsyncCoroutine.run(Keeper.of("k"), "t", m -> {}, OPTIONS).resume("x"));
    assertThat(events.stream().map(FlightEventsTest::shown))
        .containsExactly(
            "Start t demo.Keeper.keep(Keeper.java:20)",
            "Resume t 0 demo.Keeper.keep(Keeper.java:20)",
            "Suspend t 1 demo.Keeper.keep(Keeper.java:21)",
            "Resume t 1 demo.Keeper.keep(Keeper.java:21)",
            "End t Completed demo.Keeper.keep(Keeper.java:21)");
    assertThat(events).allMatch(e -> e.getString("name").equals("keeper"));
    assertThat(events)
        .extracting(e -> e.getInt("runner"))
        .containsOnly(events.get(0).getInt("runner"));
  }

  @Test
  void theDurationIsTheTimeThatTheComputationRan() throws Exception {
    Computation<Object> slow =
        Scripted.of(
            (frame, x, at) -> {
              Thread.sleep(30);
              return at == 0 ? frame.yield(x, 1, "q") : frame.done(x, "end");
            });
    List<RecordedEvent> events =
        record(
            () -> {
              Runner<Object> runner = AsyncCoroutine.run(slow, "t", m -> {}, OPTIONS);
              runner.resume("x");
            });
    assertThat(events)
        .filteredOn(e -> e.getEventType().getName().matches(".*(Suspend|End)"))
        .hasSize(2)
        .allMatch(e -> e.getDuration().toMillis() >= 25);
  }

  @Test
  void aCancellationIsRecorded() throws Exception {
    Object tag =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("the recorder runs no code of a tag");
          }
        };
    List<RecordedEvent> events =
        record(() -> AsyncCoroutine.run(Keeper.of("k"), tag, m -> {}, OPTIONS).cancel("enough"));
    assertThat(events.get(events.size() - 1).getString("outcome")).isEqualTo("Cancelled");
    assertThat(events.get(0).getString("tag")).startsWith(tag.getClass().getName() + "@");
  }
}
