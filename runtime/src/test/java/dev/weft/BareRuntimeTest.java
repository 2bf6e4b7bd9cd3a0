package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The runtime needs nothing of the JDK but {@code java.base}. */
class BareRuntimeTest {

  /** Run on its own, with nothing but {@code java.base}. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      LiveRunners live = new LiveRunners();
      RunOptions options = RunOptions.defaults().executor(Runnable::run).registry(live);
      Runner<Object> runner = AsyncCoroutine.run(Keeper.of("v"), "bare", message -> {}, options);
      System.out.println(live.dump());
      try {
        live.expose("bare");
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
      runner.resume("x");
      System.out.println(runner.state() + ", modules: " + ModuleLayer.boot().modules());
    }
  }

  @Test
  @Timeout(60)
  void worksWithoutManagementAndFlightRecorder() throws Exception {
    String output = Jvm.run(Main.class, "--limit-modules", "java.base");
    assertThat(output)
        .contains("\"bare\" SUSPENDED", "Object kept = v")
        .contains("The module java.management is missing")
        .contains("COMPLETED, modules: [module java.base]");
  }
}
