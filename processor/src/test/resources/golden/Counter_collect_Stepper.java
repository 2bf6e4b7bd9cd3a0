// The stepper of Counter.collect(int), Counter.java line 9. Made by Weft; do not edit.
//
// state  line  paused at
//     0     9  nothing: not started, running or ended
//     1    14  Yield.yield("number " + i)
//
// While 'at' is not 0, step skips to the state of that number.
package demo;

import dev.weft.spi.Execution;
import dev.weft.spi.Locals;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;
import java.util.Objects;
import javax.annotation.processing.Generated;

@SuppressWarnings({"all", "cast", "deprecation", "fallthrough", "finally", "lossy-conversions",
        "rawtypes", "removal", "restricted", "static", "try", "unchecked"})
@Generated("dev.weft.processor.WeftProcessor")
final class Counter_collect_Stepper extends Stepper {
  private static final Origin ORIGIN = new Origin("demo.Counter", "collect", "Counter.java", 9, 14);

  private final Counter self;

  private final int rounds;

  private int sum;

  private int i;

  Counter_collect_Stepper(Counter self, int rounds) {
    this.self = Objects.requireNonNull(self, "self");
    this.rounds = rounds;
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    final Counter self = this.self;
    final int rounds = this.rounds;
    int sum = 0;
    int i = 0;
    switch (at) {
      case 0:
        sum = 0;
        i = 0;
      case 1:
        for (; at != 0 || i < rounds; i++) {
          switch (at) {
            case 0:
              Counter_Access.log(self).add("round " + i);
            case 1:
              try {
                switch (at) {
                  case 0:
                    this.sum = sum;
                    this.i = i;
                    return suspend(x, 1, "number " + i);
                  case 1:
                    at = 0;
                    sum = this.sum;
                    i = this.i;
                    int given = answer(x, 1, Integer.class);
                    // Only what is positive counts.
                    if (given > 0) {
                      sum += given;
                    }
                }
              } finally {
                if (state == 0) {
                  Counter_Access.log(self).add("finally " + i);
                }
              }
          }
        }
        return complete(x, sum);
    }
    throw corrupt(at);
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }

  @Override
  protected String lines() {
    // from this line on: line of Counter.java
    return "46:10 47:11 52:12 54:13 57:14 66:16 67:17 68:18 72:20 77:23";
  }

  @Override
  protected void locals(Locals locals) {
    // states at which it is needed later, type, name, value
    locals.add("0-1", "Counter", "this", this.self);
    locals.add("0-1", "int", "rounds", this.rounds);
    locals.add("1", "int", "sum", this.sum);
    locals.add("1", "int", "i", this.i);
  }
}
