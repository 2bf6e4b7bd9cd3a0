package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.elsewhere.Foreign;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code super} across classes and packages: of outer classes, of interfaces, of other hosts. */
class SuperTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(SuperTest.class);
  }

  static class Top {
    protected String name = "top";
    int n = 1;

    String text(String s) {
      return "top " + s + n;
    }

    @Comp
    String asking(int k) {
      return "top asks " + k + ask(new Num("top"));
    }
  }

  static class Middle extends Top {
    String name = "middle";

    @Override
    String text(String s) {
      return "middle " + s;
    }

    @Override
    @Comp
    String asking(int k) {
      String above = super.asking(k + 1) + super.text("x") + Middle.super.text("z") + super.name;
      return above + ask(new Str("middle"));
    }

    class Inner extends Top {
      String name = "inner";

      @Override
      String text(String s) {
        return "inner " + s;
      }

      @Override
      @Comp
      String asking(int k) {
        super.n += ask(new Num("n"));
        Middle.super.n += k;
        Supplier<String> later = () -> Middle.super.text("later") + super.text("own");
        Function<String, String> reference = Middle.super::text;
        return super.asking(k)
            + Middle.super.asking(k)
            + Middle.this.asking(k)
            + Middle.super.text(ask(new Str("text")))
            + Middle.super.name
            + Middle.this.name
            + super.name
            + later.get()
            + reference.apply("ref");
      }
    }
  }

  static class Bottom extends Middle {
    @Override
    String text(String s) {
      return "bottom " + super.text(s);
    }

    @Override
    @Comp
    String asking(int k) {
      return "bottom " + super.asking(k) + ask(new Num("bottom"));
    }
  }

  static class OtherMiddle extends Top {
    @Override
    @Comp
    String asking(int k) {
      return super.text("other") + super.asking(k) + super.toString().isEmpty() + super.n;
    }

    @Override
    public String toString() {
      return "o";
    }
  }

  @Comp
  static String outerSuper() {
    return new Middle().new Inner().asking(3);
  }

  @Comp
  static String outerSuperOfSubclass() {
    return new Bottom().new Inner().asking(5);
  }

  @Comp
  static String sameMethodFromTwoHosts() {
    return new OtherMiddle().asking(1) + new Middle().asking(2);
  }

  static class Local extends Foreign<String> implements Foreign.Mixin {
    Local() {
      super("kept");
    }

    @Override
    protected String plain(String s, int... more) {
      return "local " + s;
    }

    @Override
    @Comp
    public String ask(String s) {
      count += Yield.<Integer>yield(Q.num("count"));
      this.count++;
      String above = super.ask(s + super.plain("p", 1, count));
      return above + super.plain(Yield.yield(Q.str("s")), new int[3]) + plain(kept) + twice(count);
    }

    @Override
    @Comp
    protected int ask(int n, String... words) throws IOException {
      shared += Yield.<Integer>yield(Q.num("shared")) > 5 ? "" : "";
      return super.ask(n, words) * 10 + super.ask(n - 1, "a", "b") + Foreign.shared.length();
    }

    @Override
    @Comp
    public String mix(String s) {
      return Foreign.Mixin.super.mix(s) + Foreign.Mixin.super.plainMix() + ask(new Num("mix"));
    }

    @Comp
    int virtually(int n) throws IOException {
      Foreign<String> other = new Third();
      return ask(n, "v") + this.ask(1) + ((Local) other).ask(n) + new Third().inSubclass();
    }

    @Comp
    int ask(Num num) {
      return Yield.ask(num);
    }

    @Comp
    String parts(Log log) {
      int n = Yield.<Integer>yield(Q.num("n"));
      Local other = new Local();
      other.count = n;
      other.count += Yield.<Integer>yield(Q.num("other"));
      log.add(other.count++ + other.kept);
      Supplier<String> later = () -> other.plain(kept) + count;
      return later.get() + either("a", Yield.<String>yield(Q.str("b"))) + other.kept;
    }
  }

  static final class Third extends Local {
    @Override
    @Comp
    protected int ask(int n, String... words) throws IOException {
      return 100 + super.ask(n);
    }

    @Comp
    int inSubclass() throws IOException {
      return ask(2, "a", "b") + new Third().ask(1);
    }
  }

  static class Second extends Foreign<Integer> {
    Second() {
      super(8);
    }

    @Override
    @Comp
    public String ask(Integer i) {
      return kept + super.plain(i) + super.ask(Yield.<Integer>yield(Q.num("i"))) + count + twice(i);
    }
  }

  @Comp
  static String acrossPackages() {
    Foreign<String> foreign = new Local();
    return foreign.ask("x") + new Foreign<String>("y") {}.ask("z");
  }

  @Comp
  static String acrossPackagesTwice() {
    return new Second().ask(4) + new Local().ask("q");
  }

  @Comp
  static int acrossPackagesThrowing(Log log) {
    try {
      return new Local().ask(ask(new Num("n")), "w");
    } catch (IOException e) {
      log.add("caught " + e.getMessage());
      return -1;
    }
  }

  @Comp
  static String acrossPackagesByInterface() {
    Foreign.Mixin mixin = new Local();
    return mixin.mix("m") + new Foreign.Mixin() {}.mix("n");
  }

  @Comp
  static int protectedVirtual() throws IOException {
    return new Local().virtually(ask(new Num("n")) & 3);
  }

  @Comp
  static String protectedMembers(Log log) {
    return new Local().parts(log);
  }
}
