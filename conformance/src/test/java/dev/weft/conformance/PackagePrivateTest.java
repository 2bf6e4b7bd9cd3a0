package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import dev.weft.conformance.elsewhere.Outsider;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Methods that are for one package, in classes that are extended in others. */
public class PackagePrivateTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(PackagePrivateTest.class);
  }

  /** Overrides the method in its own package, and opens it to others. */
  public static class Open extends Insider {
    @Override
    @Comp
    public String secret(int n) {
      return "open " + n + ask(new Num("open"));
    }
  }

  /** Is in the package again, beyond a class that is not. */
  static class Returned extends Outsider {
    @Comp
    String secret(int n) {
      return "returned " + n + ask(new Num("returned"));
    }
  }

  /** Overrides it with a method that does not suspend. */
  static class Silent extends Insider {
    @Override
    String secret(int n) {
      return "silent";
    }
  }

  @Comp
  static String anotherPackageDoesNotOverride(Log log) {
    String all = "";
    for (Insider each : List.of(new Insider(), new Outsider(), new Outsider.Loud())) {
      all += each.secret(all.length()) + each.tell(1) + ";";
      log.add(all);
    }
    return all;
  }

  @Comp
  static String itsOwnCallsReachItsOwnMethod() {
    return new Outsider().gossip(2) + new Outsider.Loud().secret(3);
  }

  @Comp
  static String theSamePackageOverrides() {
    String all = "";
    for (Insider each : List.of(new Open(), new Silent(), new Returned())) {
      all += each.secret(all.length()) + each.tell(2) + ";";
    }
    return all;
  }

  @Comp
  static String whatWasOpenedIsOverriddenAnywhere() {
    Insider confidant = new Outsider.Confidant();
    return confidant.secret(4) + confidant.tell(5);
  }

  @Comp
  static String twoMethodsOfOneObject() {
    Returned returned = new Returned();
    return returned.secret(6) + returned.gossip(7);
  }
}
