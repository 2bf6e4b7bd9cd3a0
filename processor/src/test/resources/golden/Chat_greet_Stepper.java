// The stepper of Chat.greet(String), Chat.java line 13. Made by Weft; do not edit.
//
// state  line  paused at
//     0    13  nothing: not started, running or ended
//     1    15  ask(who, who.length())
//     2    15  Yield.<String>yield("more?")
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
final class Chat_greet_Stepper extends Stepper {
  private static final Origin ORIGIN = new Origin("demo.Chat", "greet", "Chat.java", 13, 15, 15);

  private String who;

  private String prefix;

  private String t1;

  Chat_greet_Stepper(String who) {
    this.who = who;
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    final String who = this.who;
    String prefix = null;
    String t1 = null;
    switch (at) {
      case 0:
        prefix = who + ": ";
        if (call(x, 1, new Chat_ask_Stepper(who, who.length())) == PAUSED) {
          this.prefix = prefix;
          this.who = null;
          return PAUSED;
        }
      case 1:
        if (at != 0) {
          at = 0;
          prefix = this.prefix;
        }
        t1 = prefix + (String) answer(x);
        this.t1 = t1;
        this.who = null;
        this.prefix = null;
        return suspend(x, 2, "more?");
      case 2:
        at = 0;
        t1 = this.t1;
        return complete(x, t1 + answer(x, 2, String.class));
    }
    throw corrupt(at);
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }

  @Override
  protected String lines() {
    // from this line on: line of Chat.java
    return "42:14 43:15";
  }

  @Override
  protected void locals(Locals locals) {
    // states at which it is needed later, type, name, value
    locals.add("0", "String", "who", this.who);
    locals.add("1", "String", "prefix", this.prefix);
  }
}
