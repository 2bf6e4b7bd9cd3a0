package dev.weft.conformance;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.List;

/** Gives away values of private types. */
class Keeper {
  private record Coin(int worth) {}

  static Coin coin(int worth) {
    return new Coin(worth);
  }

  static List<Coin> coins(int worth) {
    return List.of(new Coin(worth), new Coin(1));
  }

  @Comp
  static String flip(Coin coin) {
    return "flips " + coin + Yield.yield(Q.str("flip"));
  }

  @Comp
  String spend(Coin coin) {
    return "spends " + coin + Yield.yield(Q.str("spend"));
  }

  @Comp
  <C extends Coin> String spendAll(List<C> coins) {
    return "spends " + coins + Yield.yield(Q.str("spend all"));
  }

  @Comp
  protected Coin earn() {
    return new Coin(Yield.<Integer>yield(Q.num("earn")));
  }
}
