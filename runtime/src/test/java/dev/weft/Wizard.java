package dev.weft;

import dev.weft.spi.Execution;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;

/** The product's example, with its stepper written by hand. */
final class Wizard {
  private Wizard() {}

  record User(String name, String email) {}

  static User registerDirectly() {
    String name = Yield.yield("get_name");
    String email = Yield.yield("get_email");
    while (!email.contains("@")) {
      email = Yield.yield("get_email_again");
    }
    return new User(name, email);
  }

  static Computation<User> register() {
    return Computation.of("Wizard.register", RegisterStepper::new);
  }

  private static final class RegisterStepper extends Stepper {
    private static final Origin ORIGIN =
        new Origin("demo.Wizard", "register", "Wizard.java", 10, 11, 12, 14);

    private String name;

    @Override
    @SuppressWarnings("fallthrough")
    protected int step(Execution x) throws Throwable {
      int at = state;
      state = 0;
      String name = null;
      String email = null;
      switch (at) {
        case 0:
          return suspend(x, 1, "get_name");
        case 1:
          name = answer(x, 1, String.class);
          this.name = name;
          return suspend(x, 2, "get_email");
        case 2:
          at = 0;
          name = this.name;
          email = answer(x, 2, String.class);
        // fall through
        case 3:
          while (at != 0 || !email.contains("@")) {
            switch (at) {
              case 0:
                return suspend(x, 3, "get_email_again");
              case 3:
                at = 0;
                name = this.name;
                email = answer(x, 3, String.class);
                break;
              default:
                throw corrupt(at);
            }
          }
          return complete(x, new User(name, email));
        default:
          throw corrupt(at);
      }
    }

    @Override
    protected Origin origin() {
      return ORIGIN;
    }
  }
}
