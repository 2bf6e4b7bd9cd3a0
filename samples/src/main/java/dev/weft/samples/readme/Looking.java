package dev.weft.samples.readme;

import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.Frame;
import dev.weft.LiveRunners;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.samples.readme.Wizard.User;

/** Looking into computations that wait, as docs/debugging.md shows it. */
final class Looking {
  static final LiveRunners LIVE = new LiveRunners();
  static final RunOptions OPTIONS = RunOptions.defaults().registry(LIVE).name("checkout");

  private Looking() {}

  static void into(Runner<?> runner) {
    for (Frame frame : runner.locals()) {
      System.out.println("at " + frame.place());
      for (Frame.Local local : frame.locals()) {
        System.out.println("    " + local.type() + " " + local.name() + " = " + local.value());
      }
    }
  }

  static Computation<User> withBreakpoints() {
    Computation<User> register = Blocking.of(() -> Wizard.register());
    return register;
  }
}
