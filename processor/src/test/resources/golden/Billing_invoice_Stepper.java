// The stepper of Billing.invoice(long, Effect, Computation), Billing.java line 17. Made by Weft; do not edit.
//
// state  line  paused at
//     0    17  nothing: not started, running or ended
//     1    18  Effects.perform(new Load<>(String.class, id))
//     2    19  Effects.perform(new Now())
//     3    20  Effects.perform(number)
//     4    21  Effects.perform(new Now())
//     5    21  Effects.call(footer)
//
// While 'at' is not 0, step skips to the state of that number.
package demo;

import dev.weft.Computation;
import dev.weft.Effect;
import dev.weft.EffectsComps;
import dev.weft.spi.Execution;
import dev.weft.spi.Locals;
import dev.weft.spi.Origin;
import dev.weft.spi.Stepper;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

@SuppressWarnings({"all", "cast", "deprecation", "fallthrough", "rawtypes", "removal", "restricted",
        "static", "unchecked"})
@Generated("dev.weft.processor.WeftProcessor")
final class Billing_invoice_Stepper extends Stepper {
  private static final Origin ORIGIN = new Origin("demo.Billing", "invoice", "Billing.java", 17, 18,
      19, 20, 21, 21);

  private final long id;

  private Effect<Integer> number;

  private Computation<String> footer;

  private List<String> lines;

  private String t1;

  private String t2;

  Billing_invoice_Stepper(long id, Effect<Integer> number, Computation<String> footer) {
    this.id = id;
    this.number = number;
    this.footer = footer;
  }

  @Override
  protected int step(Execution x) throws Throwable {
    int at = state;
    state = 0;
    final long id = this.id;
    final Effect<Integer> number = this.number;
    final Computation<String> footer = this.footer;
    List<String> lines = null;
    int n = 0;
    String t1 = null;
    String t2 = null;
    switch (at) {
      case 0:
        if (perform(x, 1, new Billing.Load<>(String.class, id)) == PAUSED) {
          return PAUSED;
        }
      case 1:
        at = 0;
        lines = (List<String>) answer(x, 1, List.class, Billing.Load.class);
        if (perform(x, 2, new Billing.Now()) == PAUSED) {
          this.lines = lines;
          return PAUSED;
        }
      case 2:
        if (at != 0) {
          at = 0;
          lines = this.lines;
        }
        answer(x);
        if (perform(x, 3, Objects.requireNonNull(number, "effect")) == PAUSED) {
          this.lines = lines;
          this.number = null;
          return PAUSED;
        }
      case 3:
        if (at != 0) {
          at = 0;
          lines = this.lines;
        }
        n = answer(x, 3, Integer.class, Effect.class);
        t1 = n + ": ";
        if (perform(x, 4, new Billing.Now()) == PAUSED) {
          this.lines = lines;
          this.t1 = t1;
          this.number = null;
          return PAUSED;
        }
      case 4:
        if (at != 0) {
          at = 0;
          lines = this.lines;
          t1 = this.t1;
        }
        t2 = t1 + answer(x, 4, Instant.class, Billing.Now.class) + lines;
        if (call(x, 5, EffectsComps.call(footer)) == PAUSED) {
          this.t2 = t2;
          this.number = null;
          this.footer = null;
          this.lines = null;
          this.t1 = null;
          return PAUSED;
        }
      case 5:
        if (at != 0) {
          at = 0;
          t2 = this.t2;
        }
        return complete(x, t2 + (String) answer(x));
    }
    throw corrupt(at);
  }

  @Override
  protected Origin origin() {
    return ORIGIN;
  }

  @Override
  protected String lines() {
    // from this line on: line of Billing.java
    return "64:18 70:19 80:20 91:21";
  }

  @Override
  protected void locals(Locals locals) {
    // states at which it is needed later, type, name, value
    locals.add("0", "long", "id", this.id);
    locals.add("0-2", "Effect<Integer>", "number", this.number);
    locals.add("0-4", "Computation<String>", "footer", this.footer);
    locals.add("2-4", "List<String>", "lines", this.lines);
  }
}
