package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Values of types that are private in another file, passed on to methods of that file. */
class PrivateTypesOfOthersTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PrivateTypesOfOthersTest.class);
  }

  @Comp
  static String direct() {
    return Keeper.flip(Keeper.coin(ask(new Num("worth")))) + Keeper.flip(null);
  }

  @Comp
  static String virtual() {
    Keeper keeper = new Keeper();
    return keeper.spend(Keeper.coin(3))
        + keeper.spend(null)
        + keeper.spendAll(Keeper.coins(ask(new Num("worth"))))
        + keeper.earn();
  }

  @Comp
  static String keptAside() {
    return new Keeper().spend(Keeper.coin(3)) + Keeper.coins(3) + ask(new Num("number"));
  }

  @Comp
  static String locals() {
    var coin = Keeper.coin(ask(new Num("worth")));
    var coins = Keeper.coins(3);
    Yield.emit(coin);
    return "" + coin + coins;
  }
}
