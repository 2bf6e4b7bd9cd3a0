// The stepper of Desk.sell(String, int, List), Desk.java line 11. Made by Weft; do not edit.
//
// state  line  paused at
//     0    11  nothing: not started, running or ended
//     1    12  Yield.yield("mode")
//     2    46  Yield.yield("bye")
//
// While 'at' is not 0, step skips to the state of that number.
package demo;

import dev.weft.spi.Execution;
import dev.weft.spi.Locals;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

@SuppressWarnings({"all", "cast", "deprecation", "fallthrough", "finally", "rawtypes", "removal",
        "restricted", "serial", "static", "try", "unchecked"})
@Generated("dev.weft.processor.WeftProcessor")
final class Desk_sell_Stepper extends Stepper {
  private static final Origin ORIGIN = new Origin("demo.Desk", "sell", "Desk.java", 11, 12, 46);

  private String what;

  private final int left;

  private List<Supplier<String>> notes;

  private int exit;

  private Throwable failure;

  private int result;

  Desk_sell_Stepper(String what, int left, List<Supplier<String>> notes) {
    this.what = what;
    this.left = left;
    this.notes = notes;
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    final String what = this.what;
    final int left = this.left;
    final List<Supplier<String>> notes = this.notes;
    String mode = null;
    int exit = 0;
    Throwable failure = null;
    int result = 0;
    switch (at) {
      case 0:
        return suspend(x, 1, "mode");
      case 1:
        at = 0;
        exit = this.exit;
        result = this.result;
        mode = answer(x, 1, String.class);
        if (left == 0) {
          // Nothing to sell: say so in a way that
          // depends on the mode.
          if (mode.equals("strict")) {
            final int returned = Collections.min(
                List.of(
                    -1,
                    left));
            return complete(x, returned);
          }
          return complete(x, mode.isEmpty() ? -1 : 0);
        }
        for (int i = 0; i < left; i++) {
          if (mode.equals("twice")) { final String mode_ = mode; notes.add(() -> mode_ + what); }
          switch (mode) {
            case "last":
              { final String mode_2 = mode; notes.add(() -> what + mode_2); }
              break;
            default:
              if (i > 10) {
                final int returned2 = switch (what) {
                  case "a" -> 1;
                  default -> 2;
                };
                return complete(x, returned2);
              }
          }
        }
        failure = null;
        body: {
          try {
            {
              if (left > 3) {
                result = Math.max(
                    left,
                    notes.size());
                exit = 1;
                break body;
              } else if (left < 2) {
                result = left;
                exit = 1;
                break body;
              }
            }
            exit = 0;
          } catch (Throwable thrown) {
            failure = thrown;
          }
        }
      case 2:
        {
          switch (at) {
            case 0:
              this.exit = exit;
              this.failure = failure;
              this.result = result;
              this.what = null;
              this.notes = null;
              return suspend(x, 2, "bye");
            case 2:
              at = 0;
              exit = this.exit;
              failure = this.failure;
              result = this.result;
              answer(x);
          }
        }
        if (failure != null) {
          throw failure;
        }
        if (exit == 1) {
          return complete(x, result);
        }
        return complete(x, Math.min(left, 2));
    }
    throw corrupt(at);
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }

  @Override
  protected String lines() {
    // from this line on: line of Desk.java
    return "57:12 63:13 64:14 65:15 66:16 67:17 68:18 69:19 70:20 72:21 73:22 74:23 75:24 76:25 77:26 78:27 79:28 80:29 81:30 82:31 83:32 84:33 85:34 86:35 88:36 89:37 90:38 91:39 95:40 96:41 97:42 98:43 101:44 116:46 136:48";
  }

  @Override
  protected void locals(Locals locals) {
    // states at which it is needed later, type, name, value
    locals.add("0-1", "String", "what", this.what);
    locals.add("0-2", "int", "left", this.left);
    locals.add("0-1", "List<Supplier<String>>", "notes", this.notes);
  }
}
