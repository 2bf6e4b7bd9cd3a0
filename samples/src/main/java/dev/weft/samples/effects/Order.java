package dev.weft.samples.effects;

import dev.weft.Computation;
import dev.weft.Effect;
import dev.weft.Effects;
import dev.weft.Handler;
import dev.weft.annotations.Comp;
import dev.weft.effects.State;
import dev.weft.effects.Throw;
import dev.weft.effects.ThrowComps;

/** Where the order of handlers matters. */
final class Order {
  private Order() {}

  record TooMuch() {}

  @Comp
  static int spend(int cents) {
    State.modify(Integer.class, left -> left - cents);
    if (State.get(Integer.class) < 0) {
      throw Throw.raise(new TooMuch());
    }
    return State.get(Integer.class);
  }

  @Comp
  static int left() {
    return State.get(Integer.class);
  }

  static Computation<Integer> kept() {
    return ThrowComps.catchingWith(
            OrderComps.spend(70), TooMuch.class, tooMuch -> OrderComps.left())
        .with(State.of(Integer.class, 50));
  }

  static Computation<Integer> undone() {
    return ThrowComps.catchingWith(
            OrderComps.spend(70).with(State.of(Integer.class, 50)),
            TooMuch.class,
            tooMuch -> OrderComps.left())
        .with(State.of(Integer.class, 50));
  }

  record Approve(int cents) implements Effect<Boolean> {}

  @Comp
  static String buy(int cents) {
    boolean approved = Effects.perform(new Approve(cents));
    return approved ? "bought" : "not bought";
  }

  static Computation<String> alone() {
    return OrderComps.buy(70).with(Handler.of(Approve.class, approve -> approve.cents() < 100));
  }

  static Computation<String> supervised() {
    return OrderComps.buy(70)
        .with(Handler.asking(Approve.class, approve -> "Spend " + approve.cents() + "?"));
  }
}
