package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base",
                "-cp",
                String.join(
                    File.pathSeparator,
                    place(Runner.class),
                    place(dev.weft.annotations.Comp.class),
                    place(BareRuntimeTest.class)),
                Main.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(java.getInputStream().readAllBytes());
    assertThat(java.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output)
        .contains("\"bare\" SUSPENDED", "Object kept = v")
        .contains("The module java.management is missing")
        .contains("COMPLETED, modules: [module java.base]");
  }

  private static String place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
