// The stepper of Wizard.register(), Wizard.java line 10. Made by Weft; do not edit.
//
// state  line  paused at
//     0    10  nothing: not started, running or ended
//     1    11  Yield.yield("get_name")
//     2    12  Yield.yield("get_email")
//     3    14  Yield.yield("get_email_again")
//
// While 'at' is not 0, step skips to the state of that number.
package demo;

import dev.weft.spi.Execution;
import dev.weft.spi.Locals;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;
import javax.annotation.processing.Generated;

@SuppressWarnings({"all", "cast", "deprecation", "fallthrough", "rawtypes", "removal", "restricted",
        "static", "unchecked"})
@Generated("dev.weft.processor.WeftProcessor")
final class Wizard_register_Stepper extends Stepper {
  private static final Origin ORIGIN = new Origin("demo.Wizard", "register", "Wizard.java", 10, 11,
      12, 14);

  private String name;

  Wizard_register_Stepper() {
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    String name = null;
    String email = null;
    switch (at) {
      case 0:
        return suspend(x, 1, "get_name");
      case 1:
        at = 0;
        name = answer(x, 1, String.class);
        this.name = name;
        return suspend(x, 2, "get_email");
      case 2:
        at = 0;
        name = this.name;
        email = answer(x, 2, String.class);
      case 3:
        while (at != 0 || !email.contains("@")) {
          switch (at) {
            case 0:
              return suspend(x, 3, "get_email_again");
            case 3:
              at = 0;
              name = this.name;
              email = answer(x, 3, String.class);
          }
        }
        return complete(x, new Wizard.User(name, email));
    }
    throw corrupt(at);
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }

  @Override
  protected String lines() {
    // from this line on: line of Wizard.java
    return "38:11 42:12 49:13 52:14 59:16";
  }

  @Override
  protected void locals(Locals locals) {
    // states at which it is needed later, type, name, value
    locals.add("2-3", "String", "name", this.name);
  }
}
